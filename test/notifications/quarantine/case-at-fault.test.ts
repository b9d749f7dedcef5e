import { sweepOnce } from '../../../src/notifications/sweep';
import { openCase } from '../../../src/domain/cases/change';
import type { Person } from '../../../src/domain/directory/directory';
import type { Address } from '../../../src/ports/conversations';
import { NOON } from '../notices';
import { deskOf, opened, stage } from '../stage';
import type { Stage } from '../stage';

const DAY = 86_400_000;
const MINUTE = 60_000;
const BROKEN = 'CS0000001';
const office = (id: string): Person => ({
  id,
  name: id,
  email: `${id}@example.mil`,
  roles: ['program-office'],
});
const chat = (id: string): Address => ({
  conversationId: `a:${id}`,
  serviceUrl: 'http://x/',
  kind: 'personal',
});

/** A broken case and a good one, both with a clock that is missed. The record of the broken one cannot be read. */
async function withBroken(): Promise<Stage & { broken: boolean }> {
  const on = Object.assign(stage(), { broken: true });
  on.people = [office('olga'), office('otto'), { ...office('ann'), roles: [] }];
  for (const { id } of on.people) on.met.set(id, chat(id));
  for (const number of [BROKEN, 'CS0000002']) {
    const act = { by: 'ann', at: NOON, cause: `open ${number}` };
    await on.parts.cases.insert({
      ...openCase(number, [opened], act, on.parts.context()),
      notifications: [],
    });
  }
  const due = on.parts.cases.due.bind(on.parts.cases);
  on.parts.cases.due = async (now, limit) =>
    (await due(now, limit)).map((one) => ({
      ...one,
      read: () => {
        if (on.broken && one.id === BROKEN) throw new Error('its timeline cannot be read');
        return one.read();
      },
    }));
  on.businessNow = NOON + DAY + 1;
  return on;
}
const kinds = async (on: Stage, number: string) =>
  (await on.parts.cases.get(number))!.state.timeline.map(({ kind }) => kind);
const told = (on: Stage) =>
  on.sent.flatMap(({ to, card }) => (card.card === 'message' ? [`${to} ${card.title}`] : []));

describe("A case that can't be read", () => {
  it('is quarantined, reported once to the operator and the program office, and blocks no other (CK-11)', async () => {
    const on = await withBroken();
    expect(await sweepOnce(on.parts)).toBe(1);
    expect(await kinds(on, 'CS0000002')).toContain('clock-missed');
    for (let hours = 0; hours < 30; hours++) {
      on.wallNow += 60 * MINUTE;
      await sweepOnce(on.parts);
      await on.deliver();
    }
    expect(told(on)).toEqual([
      `a:olga Alerts for ${BROKEN} are on hold`,
      `a:otto Alerts for ${BROKEN} are on hold`,
    ]);
    const errors = on.logged.filter(({ level }) => level === 'error');
    expect(errors).toHaveLength(1);
    const card = on.sent[0]?.card;
    expect(card?.card === 'message' && card.text).toContain(String(errors[0]?.fields['reference']));
  });

  it("is not tried again early, so that the sweep doesn't loop on it", async () => {
    const on = await withBroken();
    await sweepOnce(on.parts);
    const said = on.logged.length;
    for (let beat = 0; beat < 11; beat++) {
      on.wallNow += 5_000;
      await sweepOnce(on.parts);
    }
    expect(on.logged).toHaveLength(said);
    on.wallNow += 5_000;
    await sweepOnce(on.parts);
    expect(on.logged.slice(said)).toMatchObject([{ level: 'warn', fields: { tries: 2 } }]);
    on.wallNow += MINUTE;
    await sweepOnce(on.parts);
    expect(on.logged).toHaveLength(said + 1);
  });

  it('is in the list of undelivered notifications with the log reference, and continues once it is repaired', async () => {
    const on = await withBroken();
    await sweepOnce(on.parts);
    const [standing] = await deskOf(on).standing(10);
    expect(standing).toMatchObject({
      id: `record:${BROKEN}`,
      of: BROKEN,
      why: 'clocks',
      reference: on.logged[0]?.fields['reference'],
    });
    on.broken = false;
    expect(await sweepOnce(on.parts)).toBe(0);
    expect(await deskOf(on).sendAgain(`record:${BROKEN}`)).toBe(true);
    expect(await sweepOnce(on.parts)).toBe(1);
    expect(await kinds(on, BROKEN)).toContain('clock-missed');
    expect((await deskOf(on).standing(10)).map(({ id }) => id)).not.toContain(`record:${BROKEN}`);
    expect(await deskOf(on).sendAgain(`case:${BROKEN}`)).toBe(false);
  });

  it('is included when everything is tried again', async () => {
    const on = await withBroken();
    await sweepOnce(on.parts);
    on.broken = false;
    expect(await deskOf(on).sendAllAgain()).toBe(1);
    expect(await sweepOnce(on.parts)).toBe(1);
  });

  it('is reported once by two sweepers at the same time', async () => {
    const on = await withBroken();
    await Promise.all([sweepOnce(on.parts), sweepOnce(on.parts)]);
    await on.deliver();
    expect(told(on)).toHaveLength(2);
    expect(on.logged.filter(({ level }) => level === 'error')).toHaveLength(1);
  });
});
