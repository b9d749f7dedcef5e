import { inFlight } from '../../src/runtime/in-flight';

it('The in-flight work is finished if there is none', async () => {
  expect(await inFlight().finished(1)).toBe(true);
});

it('The in-flight work includes work that other work begins', async () => {
  const work = inFlight();
  let done = false;
  void work.track(
    'turns',
    Promise.resolve().then(() => {
      void work.track(
        'turns',
        new Promise<void>((resolve) => setImmediate(resolve)).then(() => void (done = true)),
      );
    }),
  );
  expect(await work.finished(60_000)).toBe(true);
  expect(done).toBe(true);
});

it('The in-flight work counts failed work as finished', async () => {
  const work = inFlight();
  await expect(work.track('turns', Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await work.finished(60_000)).toBe(true);
});

it('The in-flight work is waited for no longer than the limit', async () => {
  const work = inFlight();
  void work.track('turns', new Promise(() => undefined));
  expect(await work.finished(1)).toBe(false);
});

it('The in-flight work is counted by kind until it settles either way', async () => {
  const work = inFlight();
  let finish = (): void => undefined;
  void work.track('turns', new Promise<void>((resolve) => (finish = resolve)));
  void work.track('turns', new Promise(() => undefined));
  await expect(work.track('sends', Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(work.counts()).toEqual({ turns: 2 });
  finish();
  await Promise.resolve();
  expect(work.counts()).toEqual({ turns: 1 });
});
