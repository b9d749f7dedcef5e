import { startAlerts } from '../../src/notifications/loop';
import { groupAddressKey } from '../../src/notifications/outbox/outbox-item';
import { relayOnce } from '../../src/notifications/relay';
import { openCase } from '../../src/domain/cases/change';
import { SendFault } from '../../src/ports/sender';
import type { Mailer } from '../../src/ports/mail';
import { interim, mailStage } from './mail/mail-stage';
import { N, NOON, arrival } from './notices';
import { AVIATION, UNBOUND, changeFor, opened, sentCards, stage } from './stage';
import type { Stage } from './stage';

const DAY = 86_400_000;

/** Starts the alerts on the stage with timers that the test fires. */
function started(on: Stage, mailer?: Mailer) {
  const timers: (() => void)[] = [];
  const schedule = (_ms: number, run: () => void) => {
    timers.push(run);
    return () => undefined;
  };
  const alerts = startAlerts({
    ...on.parts,
    ...(mailer === undefined ? {} : { mailer }),
    everyMs: 1_000,
    schedule,
  });
  return {
    ...alerts,
    /** Lets a beat of all timers pass. */
    beat: () => {
      for (const run of timers.splice(0)) run();
    },
  };
}
/** Lets all promises settle: nothing here waits for time. */
const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

describe('The alert loop', () => {
  it('sweeps, relays, and delivers at startup and at each tick of the timer', async () => {
    const on = stage();
    const act = { by: 'ann', at: NOON, cause: 'open' };
    await on.parts.cases.insert(openCase(N, [opened], act, on.parts.context()));
    const alerts = started(on);
    await settle();
    expect(sentCards(on)).toEqual(['post case']);
    on.businessNow = NOON + DAY + 1;
    alerts.beat();
    await settle();
    expect(sentCards(on)).toContain('post alert');
    await alerts.stop();
  });

  it('runs again at the exact instant when the next case or notification is due', async () => {
    const on = stage();
    const act = { by: 'ann', at: NOON, cause: 'open' };
    const change = openCase(N, [opened], act, on.parts.context());
    await on.parts.cases.insert(change);
    on.businessNow = change.nextDueAt! - 700;
    on.teams = () => {
      throw new SendFault(429, 600);
    };
    const waits: number[] = [];
    const schedule = (ms: number) => {
      waits.push(ms);
      return () => undefined;
    };
    const alerts = startAlerts({ ...on.parts, everyMs: 5_000, schedule });
    await settle();
    // The case; the notice, by its back-off. For e-mail nothing waits.
    expect(waits).toEqual(expect.arrayContaining([700, 1_100]));
    await alerts.stop();
  });

  it('finishes what was left half done before it looks for notifications (RE-1)', async () => {
    const on = stage();
    const finish = () => on.parts.cases.insert(changeFor(N, 0, [arrival(N)])).then(() => undefined);
    const alerts = startAlerts({ ...on.parts, everyMs: 1_000, schedule: () => () => undefined, finish });
    await settle();
    expect(sentCards(on)).toEqual(['post case']);
    await alerts.stop();
  });

  it('delivers what a change made as soon as it is signaled', async () => {
    const on = stage();
    const alerts = started(on);
    await settle();
    await on.parts.cases.insert(changeFor(N, 0, [arrival(N)]));
    alerts.nudge();
    await settle();
    expect(sentCards(on)).toEqual(['post case']);
    await alerts.stop();
  });

  it('sends what was parked as soon as its channel is connected', async () => {
    const on = stage();
    on.groups = [UNBOUND];
    await on.parts.cases.insert(changeFor(N, 0, [arrival(N)]));
    const alerts = started(on);
    await settle();
    expect(on.sent).toEqual([]);
    on.groups = [AVIATION];
    alerts.released(groupAddressKey('AVN-L2'));
    await settle();
    // Whoever connected it is answered first: nothing is let go before the turn is over.
    expect(await on.store.count({ state: 'parked' })).toBe(1);
    alerts.nudge();
    await settle();
    expect(sentCards(on)).toEqual(['post case']);
    await alerts.stop();
  });

  it('sends at startup what was parked when its channel was connected just before the last process ended', async () => {
    const on = stage();
    on.groups = [UNBOUND];
    await on.parts.cases.insert(changeFor(N, 0, [arrival(N)]));
    await relayOnce(on.parts);
    await on.deliver();
    on.groups = [AVIATION];
    const alerts = started(on);
    await settle();
    expect(sentCards(on)).toEqual(['post case']);
    await alerts.stop();
  });

  it('continues with the other steps when one fails, and tries it again at the next tick', async () => {
    const on = stage();
    await on.parts.cases.insert(changeFor(N, 0, [arrival(N)]));
    const due = on.parts.cases.due.bind(on.parts.cases);
    on.parts.cases.due = () => Promise.reject(new Error('the store does not answer'));
    const alerts = started(on);
    await settle();
    expect(on.logged).toMatchObject([{ level: 'error', fields: { step: 'sweep' } }]);
    expect(sentCards(on)).toEqual(['post case']);
    on.parts.cases.due = due;
    alerts.beat();
    await settle();
    expect(on.logged).toHaveLength(1);
    await alerts.stop();
  });

  it('lets no hanging send block the clocks, and waits for the send in flight when it stops', async () => {
    const on = stage();
    await on.parts.cases.insert(changeFor(N, 0, [arrival(N)]));
    const answers: (() => void)[] = [];
    on.teams = () => new Promise((done) => void answers.push(done));
    const alerts = started(on);
    await settle();
    expect(answers).toHaveLength(1);
    const other = 'CS0000002';
    const act = { by: 'ann', at: NOON, cause: 'open' };
    await on.parts.cases.insert({ ...openCase(other, [opened], act, on.parts.context()), notifications: [] });
    on.businessNow = NOON + DAY + 1;
    alerts.nudge();
    await settle();
    const kinds = (await on.parts.cases.get(other))!.state.timeline.map(({ kind }) => kind);
    expect(kinds).toContain('clock-missed');
    // What is new leaves beside the send that hangs.
    expect(answers.length).toBeGreaterThan(1);
    let stopped = false;
    const stopping = alerts.stop().then(() => (stopped = true));
    await settle();
    expect(stopped).toBe(false);
    for (const answer of answers) answer();
    await stopping;
    expect(sentCards(on)).toEqual(['post case', 'post alert']);
  });

  it('lets no hanging mail server block the notifications, and sends stored emails once a server is set', async () => {
    const town = await mailStage();
    const { on } = town;
    await town.happen(interim);
    await town.relay();
    town.named = false;
    await town.send();
    let answer = (): void => undefined;
    const send = jest.fn(() => new Promise<void>((done) => (answer = done)));
    const alerts = started(on, { send });
    await settle();
    expect(send).toHaveBeenCalledTimes(1);
    await on.parts.cases.insert(changeFor('CS0000002', 0, [arrival('CS0000002')]));
    alerts.nudge();
    await settle();
    expect(sentCards(on)).toEqual(['post case']);
    answer();
    await settle();
    expect(await town.kinds()).toEqual(['opened', 'interim-sent', 'mail-not-sent', 'mail-sent']);
    await alerts.stop();
  });

  it('records at startup on its case an unsent email that an earlier version kept silently (CK-1)', async () => {
    const town = await mailStage();
    const { on } = town;
    await town.happen(interim);
    await town.relay();
    const { mailbox } = on.parts;
    for (const record of await mailbox.due(10)) await mailbox.move(record, { state: 'parked' });
    const alerts = started(on);
    await settle();
    expect(await town.kinds()).toEqual(['opened', 'interim-sent', 'mail-not-sent']);
    // Its writer is told at once, not at the next beat of the timer.
    expect(await on.parts.cases.pending(10)).toEqual([]);
    await alerts.stop();
  });
});
