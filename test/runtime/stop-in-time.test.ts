import { stopInTime } from '../../src/runtime/stop-in-time';

const never = (): Promise<void> => new Promise(() => undefined);
const done = (): Promise<void> => Promise.resolve();
const SOON = { workMs: 1, closeMs: 1 };
const LATER = { workMs: 60_000, closeMs: 60_000 };

it('Stopping ends the parts in parallel and the store last', async () => {
  const order: string[] = [];
  let finish = (): void => undefined;
  const slow = async (): Promise<void> => {
    order.push('slow begins');
    await new Promise<void>((resolve) => (finish = resolve));
    order.push('slow ends');
  };
  const quick = (): Promise<void> => {
    order.push('quick');
    finish();
    return done();
  };
  const store = (): Promise<void> => Promise.resolve(void order.push('store'));
  const stopped = await stopInTime({ parts: { slow, quick }, work: () => ({}), store }, LATER);
  expect(stopped).toEqual({ parts: [], work: {}, faults: [] });
  expect(order).toEqual(['slow begins', 'quick', 'slow ends', 'store']);
});

it('Stopping gives up in time, says what is unfinished, and leaves the store to the work that uses it', async () => {
  const store = jest.fn(done);
  const work = () => ({ turns: 1, sends: 2 });
  const stopped = await stopInTime({ parts: { http: never, plans: done, alerts: never }, work, store }, SOON);
  expect(stopped).toEqual({ parts: ['http', 'alerts'], work: { turns: 1, sends: 2 }, faults: [] });
  expect(store).not.toHaveBeenCalled();
});

it("Stopping gives up on a store that doesn't close", async () => {
  const stopped = await stopInTime({ parts: { http: done }, work: () => ({}), store: never }, SOON);
  expect(stopped).toEqual({ parts: ['store'], work: {}, faults: [] });
});

it('Stopping keeps what a part threw, and stops the others anyway', async () => {
  const fault = new Error('broken');
  const store = jest.fn(done);
  const broken = (): Promise<void> => Promise.reject(fault);
  const stopped = await stopInTime({ parts: { http: broken, alerts: done }, work: () => ({}), store }, LATER);
  expect(stopped).toEqual({ parts: [], work: {}, faults: [fault] });
  expect(store).toHaveBeenCalledTimes(1);
});
