import { relayOnce } from '../../src/notifications/relay';
import { sweepOnce } from '../../src/notifications/sweep';
import { changeOf, openCase } from '../../src/domain/cases/change';
import { clocksOf } from '../../src/domain/cases/clocks/clocks-of';
import { DEFAULT_POLICY } from '../../src/domain/policy/default-policy';
import { policiesByDate } from '../../src/domain/policy/policies-by-date';
import { SendFault } from '../../src/ports/sender';
import { N, NOON } from './notices';
import { opened, sentCards, stage } from './stage';
import type { Stage } from './stage';

const DAY = 86_400_000; // NOON is a Monday: the week is business time
const HOUR = 3_600_000;

/** Opens an emergency case at Level 2 in the channel's group: assignment is due in 2 days, the interim response in 1. */
async function open(on: Stage, number = N, at = NOON): Promise<void> {
  on.businessNow = at;
  const act = { by: 'ann', at, cause: `open ${number}` };
  await on.parts.cases.insert({ ...openCase(number, [opened], act, on.parts.context()), notifications: [] });
}
const told = async (on: Stage, number = N): Promise<string[]> =>
  (await on.parts.cases.get(number))!.state.timeline.flatMap((entry) =>
    entry.kind === 'clock-warned' || entry.kind === 'clock-missed' ? [`${entry.kind} ${entry.clock}`] : [],
  );

describe('The sweep', () => {
  it('does nothing a millisecond before a clock warns, and warns at 75% of its time (CK-11)', async () => {
    const on = stage();
    await open(on);
    on.businessNow = NOON + 0.75 * DAY - 1;
    expect(await sweepOnce(on.parts)).toBe(0);
    on.businessNow += 1;
    expect(await sweepOnce(on.parts)).toBe(1);
    expect(await told(on)).toEqual(['clock-warned interim-response#1']);
  });

  it('records a breach a millisecond after the due instant, not at it (BT-5)', async () => {
    const on = stage();
    await open(on);
    on.businessNow = NOON + 0.8 * DAY;
    await sweepOnce(on.parts);
    on.businessNow = NOON + DAY;
    expect(await sweepOnce(on.parts)).toBe(0);
    on.businessNow += 1;
    expect(await sweepOnce(on.parts)).toBe(1);
    expect(await told(on)).toEqual(['clock-warned interim-response#1', 'clock-missed interim-response#1']);
  });

  it('records each warning and each breach once, however often it runs (CK-11)', async () => {
    const on = stage();
    await open(on);
    for (let hour = 0; hour <= 72; hour++) {
      on.businessNow = NOON + hour * HOUR;
      await sweepOnce(on.parts);
      await sweepOnce(on.parts);
    }
    const all = await told(on);
    expect(all.length).toBeGreaterThanOrEqual(5);
    expect(new Set(all).size).toBe(all.length);
  });

  it('writes as Casekeeper, with the same cause for the same version of the case', async () => {
    const on = stage();
    await open(on);
    on.businessNow = NOON + DAY;
    await sweepOnce(on.parts);
    const entry = (await on.parts.cases.get(N))!.state.timeline.at(-1);
    expect(entry).toMatchObject({ by: 'casekeeper', at: NOON + DAY, cause: `due:${N}:1` });
  });

  it('catches up on what was missed in an outage, in the order it was due (CK-11)', async () => {
    const on = stage();
    await open(on, 'CS0000002', NOON + HOUR);
    await open(on, 'CS0000001', NOON);
    const order: string[] = [];
    const save = on.parts.cases.save.bind(on.parts.cases);
    on.parts.cases.save = (version, change) => {
      order.push(change.state.number);
      return save(version, change);
    };
    on.businessNow = NOON + 3 * DAY;
    expect(await sweepOnce(on.parts)).toBe(2);
    expect(order).toEqual(['CS0000001', 'CS0000002']);
    const missed = (await told(on)).filter((what) => what.startsWith('clock-missed'));
    expect(missed.slice(0, 2)).toEqual(['clock-missed interim-response#1', 'clock-missed assignment#1']);
    await relayOnce(on.parts);
    await on.deliver();
    const posted = on.sent.map(({ card }) =>
      card.card === 'alert' ? `${card.case?.number} ${card.clock}` : '',
    );
    expect(posted.filter((what) => what.startsWith(N)).slice(0, 2)).toEqual([
      `${N} interim-response#1`,
      `${N} assignment#1`,
    ]);
  });

  it('says on the card how late a breach alert was and why, and keeps it there (CK-11)', async () => {
    const on = stage();
    await open(on);
    // Down for two hours; then Teams refuses for one.
    on.businessNow = NOON + DAY + 2 * HOUR;
    on.wallNow = on.businessNow;
    await sweepOnce(on.parts);
    await relayOnce(on.parts);
    on.teams = () => Promise.reject(new SendFault(503));
    await on.deliver();
    on.teams = () => undefined;
    on.businessNow += HOUR;
    on.wallNow += HOUR;
    await on.deliver();
    const late = { ms: 3 * HOUR, causes: ['swept', 'refused'] };
    expect(on.sent[0]?.card).toMatchObject({ card: 'alert', stage: 'breach', late });
    expect(on.posts.all[0]?.view).toMatchObject({ late });
    on.businessNow += HOUR;
    await changeMeanwhile(on);
    await on.parts.outbox.putRefresh(refreshOf(on), on.posts.all[0]!);
    await on.deliver();
    expect(on.sent.at(-1)).toMatchObject({ how: 'update', card: { card: 'alert', late } });
  });

  it('records and posts each breach once, even if two sweeps run at the same time', async () => {
    const on = stage();
    await open(on);
    on.businessNow = NOON + DAY + 1;
    const moved = await Promise.all([sweepOnce(on.parts), sweepOnce(on.parts), sweepOnce(on.parts)]);
    expect(moved.toSorted()).toEqual([0, 0, 1]);
    await relayOnce(on.parts);
    await on.deliver();
    expect(sentCards(on)).toEqual(['post alert']);
  });

  it('quarantines a case at fault with a reference, and handles the others', async () => {
    const on = stage();
    await open(on, 'CS0000001');
    await open(on, 'CS0000002');
    breakCase(on, new Set(['CS0000001']));
    on.businessNow = NOON + DAY + 1;
    expect(await sweepOnce(on.parts)).toBe(1);
    expect(on.logged).toMatchObject([
      { level: 'error', fields: { reference: expect.stringMatching(/^[2-9A-Z]{4}$/), record: 'CS0000001' } },
    ]);
    expect(await told(on, 'CS0000002')).toContain('clock-missed interim-response#1');
  });

  it('reaches the cases behind more than a batch at fault, and logs each fault once a sweep', async () => {
    const on = stage();
    const numbers = Array.from({ length: 131 }, (_, i) => `CS${String(i + 1).padStart(7, '0')}`);
    for (const [i, number] of numbers.entries()) await open(on, number, NOON + i);
    breakCase(on, new Set(numbers.slice(0, 130)));
    on.businessNow = NOON + DAY + HOUR;
    expect(await sweepOnce(on.parts)).toBe(1);
    expect(on.logged).toHaveLength(130);
    expect(await told(on, numbers[130])).toContain('clock-missed interim-response#1');
  });

  it('leaves a case changed at the same time to the next sweep', async () => {
    const on = stage();
    await open(on);
    const due = on.parts.cases.due.bind(on.parts.cases);
    let first = true;
    on.parts.cases.due = async (now, limit) => {
      const found = await due(now, limit);
      if (first) await changeMeanwhile(on);
      first = false;
      return found;
    };
    on.businessNow = NOON + DAY;
    expect(await sweepOnce(on.parts)).toBe(0);
    expect(on.logged).toEqual([]);
    expect(await sweepOnce(on.parts)).toBe(1);
  });

  it('moves the next due time on if the policy changed and nothing is due any longer', async () => {
    const on = stage();
    await open(on);
    on.policies = policiesByDate({ ...DEFAULT_POLICY, warnAt: 0.9 });
    on.businessNow = NOON + 0.75 * DAY;
    expect(await sweepOnce(on.parts)).toBe(1);
    expect(await told(on)).toEqual([]);
    expect(await on.parts.cases.due(on.businessNow, 10)).toEqual([]);
    on.businessNow = NOON + 0.9 * DAY;
    await sweepOnce(on.parts);
    expect(await told(on)).toEqual(['clock-warned interim-response#1']);
  });

  it('updates the card of a breach to show its cure once the interim response is sent', async () => {
    const on = stage();
    await open(on);
    on.businessNow = NOON + DAY + 1;
    await sweepOnce(on.parts);
    await relayOnce(on.parts);
    await on.deliver();
    on.businessNow += HOUR;
    const { state: before, version } = (await on.parts.cases.get(N))!;
    const act = { by: 'ann', at: on.businessNow, cause: 'interim' };
    const sent = { kind: 'interim-sent', text: 'We are on it.' } as const;
    await on.parts.cases.save(version, changeOf(before, [sent], act, on.parts.context()));
    await relayOnce(on.parts);
    await on.deliver();
    const update = on.sent.find(({ how }) => how === 'update');
    expect(update?.activityId).toBe('activity-1');
    const card = update?.card;
    if (card?.card !== 'alert') throw new Error('the alert was not updated');
    const clock = clocksOf(card.case!, on.parts.context()).find(({ key }) => key === card.clock);
    expect(clock).toMatchObject({ key: 'interim-response#1', state: 'met' });
  });
});

/** Cases whose timelines lost their opening: no clock can be read from them. */
function breakCase(on: Stage, numbers: ReadonlySet<string>): void {
  const due = on.parts.cases.due.bind(on.parts.cases);
  on.parts.cases.due = async (now, limit) =>
    (await due(now, limit)).map((one) => {
      if (!numbers.has(one.id)) return one;
      const { state: good, version } = one.read();
      return {
        ...one,
        read: () => ({ id: one.id, version, state: { ...good, timeline: undefined as never } }),
      };
    });
}

const refreshOf = (on: Stage) => ({
  id: 'refresh',
  about: { kind: 'case', id: N },
  topic: 'refresh',
  entry: 1,
  to: { kind: 'posts' as const },
  mentions: [],
  madeAt: on.businessNow,
});

async function changeMeanwhile(on: Stage): Promise<void> {
  const { state: before, version } = (await on.parts.cases.get(N))!;
  const act = { by: 'ann', at: on.businessNow, cause: 'note' };
  const note = { kind: 'noted', text: 'Called the depot.' } as const;
  await on.parts.cases.save(version, changeOf(before, [note], act, on.parts.context()));
}
