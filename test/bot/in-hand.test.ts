import { inHand } from '../../src/bot/in-hand';

it('is finished with nothing in hand', async () => {
  expect(await inHand().finished(1)).toBe(true);
});

it('waits for work that another work begins', async () => {
  const hand = inHand();
  let done = false;
  void hand.track(
    Promise.resolve().then(() => {
      void hand.track(new Promise<void>((resolve) => setImmediate(resolve)).then(() => void (done = true)));
    }),
  );
  expect(await hand.finished(60_000)).toBe(true);
  expect(done).toBe(true);
});

it('takes work that failed for finished', async () => {
  const hand = inHand();
  await expect(hand.track(Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await hand.finished(60_000)).toBe(true);
});

it('waits no longer than it may', async () => {
  const hand = inHand();
  void hand.track(new Promise(() => undefined));
  expect(await hand.finished(1)).toBe(false);
});
