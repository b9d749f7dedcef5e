import { EventEmitter } from 'node:events';
import { stopOnSignal } from '../../src/runtime/stop-on-signal';
import type { Stopped } from '../../src/runtime/stop-in-time';

function asked(stop: () => Promise<Stopped>) {
  const emitter = new EventEmitter();
  const logged: unknown[] = [];
  const line = (fields: object, words: string): void => void logged.push([words, fields]);
  const log = { debug: line, info: line, warn: line, error: line };
  let exited: (code: number) => void = () => undefined;
  const exit = new Promise<number>((resolve) => (exited = resolve));
  const process = { on: emitter.on.bind(emitter), exit: (code: number) => exited(code) };
  stopOnSignal(process, log, stop);
  return { signal: (name: string) => emitter.emit(name, name), logged, exit };
}

const ALL = { parts: [], work: {}, faults: [] };

it('A stop signal ends with 0 if everything was finished', async () => {
  const { signal, logged, exit } = asked(() => Promise.resolve(ALL));
  signal('SIGTERM');
  expect(await exit).toBe(0);
  expect(logged).toEqual([]);
});

it("A stop signal ends with 1 if something couldn't be closed", async () => {
  const fault = new Error('broken');
  const { signal, logged, exit } = asked(() => Promise.resolve({ ...ALL, faults: [fault] }));
  signal('SIGINT');
  expect(await exit).toBe(1);
  expect(logged).toEqual([['Casekeeper could not stop cleanly', { err: fault }]]);
});

it('A stop signal ends with 3 if work was left unfinished, and says which', async () => {
  const left = { parts: ['alerts'], work: { sends: 2, deliver: 1 } };
  const { signal, logged, exit } = asked(() => Promise.resolve({ ...left, faults: [] }));
  signal('SIGTERM');
  expect(await exit).toBe(3);
  expect(logged).toEqual([['Stopped with work unfinished', left]]);
});

it.each([
  ['SIGTERM', 143],
  ['SIGINT', 130],
])('A second stop signal ends at once, %s', async (second, code) => {
  const stop = jest.fn(() => new Promise<Stopped>(() => undefined));
  const { signal, exit } = asked(stop);
  signal('SIGTERM');
  signal(second);
  expect(await exit).toBe(code);
  expect(stop).toHaveBeenCalledTimes(1);
});
