import { relayOnce } from '../../src/alerts/relay';
import { SendFault } from '../../src/ports';
import { N, arrival, breach, told } from './notices';
import { changeFor, sentCards, stage, staged } from './stage';

const HOUR = 3_600_000;

describe('delivery, when Teams or a notice is at fault,', () => {
  it('waits as long as Teams asks for with a 429, and keeps the whole conversation quiet meanwhile', async () => {
    const on = await staged(arrival(N));
    on.teams = () => Promise.reject(new SendFault(429, 30_000));
    await on.deliver();
    on.teams = () => undefined;
    await on.parts.cases.insert(changeFor('CS0000002', 0, [arrival('CS0000002')]));
    await relayOnce(on.parts);
    on.wallNow += 29_999;
    await on.deliver();
    expect(on.sent).toEqual([]);
    on.wallNow += 1_000;
    await on.deliver();
    expect(on.sent).toHaveLength(2);
  });

  it.each([429, 503, 'timeout', 'network'] as const)(
    'backs off after %s, twice as long each time up to five minutes, and sends once in the end',
    async (status) => {
      const on = await staged(arrival(N));
      on.teams = () => Promise.reject(new SendFault(status));
      const waits: number[] = [];
      for (let i = 0; i < 9; i++) {
        await on.deliver();
        const { dueAt } = (await on.store.get(arrival(N).id))!.value;
        waits.push(dueAt - on.wallNow);
        on.wallNow = dueAt;
      }
      expect(waits).toEqual([1_500, 3_000, 6_000, 12_000, 24_000, 48_000, 96_000, 192_000, 225_000]);
      on.teams = () => undefined;
      await on.deliver();
      await on.deliver();
      expect(on.sent).toHaveLength(1);
    },
  );

  it('gives a notice up after the hours of the policy, names it in the log and keeps it as dead', async () => {
    const on = await staged(arrival(N));
    on.teams = () => Promise.reject(new SendFault(500));
    on.wallNow += 72 * HOUR;
    await on.deliver();
    expect(await on.states()).toEqual([`${arrival(N).id} waiting`]);
    on.wallNow += 5 * 60_000;
    await on.deliver();
    expect(await on.states()).toEqual([`${arrival(N).id} dead`]);
    expect(on.logged.at(-1)).toMatchObject({ level: 'error', fields: { notice: arrival(N).id } });
  });

  it('does not try again where the conversation is gone, and lets the next notice of the case go', async () => {
    const on = await staged(arrival(N), breach(N));
    let calls = 0;
    on.teams = () => (++calls === 1 ? Promise.reject(new SendFault(404)) : undefined);
    await on.deliver();
    expect(await on.states()).toEqual([`${breach(N).id} sent`, `${arrival(N).id} dead`]);
  });

  it('lets a notice that no card can be made of stop no other', async () => {
    const bad = { ...told(N, 'ann'), to: { kind: 'group' as const, group: 'AVN-L2' } };
    const on = await staged(bad, breach(N));
    await on.parts.cases.insert(changeFor('CS0000002', 0, [arrival('CS0000002')]));
    await relayOnce(on.parts);
    await on.deliver();
    expect(sentCards(on)).toEqual(['post case']);
    expect(on.logged.some(({ fields }) => fields['notice'] === bad.id)).toBe(true);
  });

  it('buries a notice whose case is not there', async () => {
    const on = stage();
    await on.outbox.put(arrival(N), 0);
    await on.deliver();
    expect(await on.states()).toEqual([`${arrival(N).id} dead`]);
  });

  it.each([
    ['was sent at last', () => undefined],
    ['is given up', () => Promise.reject(new SendFault(404))],
  ])('lets the next notice of the case go as soon as the one before it %s', async (_how, answer) => {
    const on = await staged(arrival(N), breach(N));
    on.teams = () => Promise.reject(new SendFault(502));
    await on.deliver();
    const { dueAt } = (await on.store.get(arrival(N).id))!.value;
    let calls = 0;
    on.teams = () => (++calls === 1 ? answer() : undefined);
    on.wallNow = dueAt;
    await on.deliver();
    expect(sentCards(on)).toContain('post alert');
  });
});
