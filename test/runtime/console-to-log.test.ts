import { routeConsole } from '../../src/runtime/console-to-log';
import { rejectionLog } from '../../src/runtime/rejection-log';

it('The console capture logs once a minute that a library wrote to the console, and nothing of what it wrote', () => {
  const written = jest.fn();
  const console = {
    debug: written,
    info: written,
    log: written,
    warn: written,
    error: written,
    trace: written,
  };
  const logged: unknown[] = [];
  const line = (fields: object, words: string): void => void logged.push([words, fields]);
  const log = { debug: line, info: line, warn: line, error: line };
  const due: (() => void)[] = [];
  routeConsole(
    console,
    log,
    rejectionLog(log, (_ms, run) => void due.push(run)),
  );
  console.error('Error finding key. Available keys: -----BEGIN RSA PUBLIC KEY-----');
  console.log('token', 'eyJ0eXAi');
  for (const run of due) run();
  expect(written).not.toHaveBeenCalled();
  expect(logged).toEqual([
    ['A library wrote to the console', { library: expect.any(String), method: 'error' }],
    ['The same message was logged again within a minute', { kind: 'console', count: 1 }],
  ]);
});
