import { relayOnce } from '../../src/notifications/relay';
import type { NotificationSettings } from '../../src/domain/notifications/notification-settings';
import { askForPlan } from '../../src/domain/plans/decide-plan';
import { planType } from '../../src/domain/plans/plan-type';
import { changeOf } from '../../src/domain/kernel/change-of';
import { CASEKEEPER } from '../../src/domain/kernel/entry';
import type { Notification } from '../../src/domain/kernel/notification';
import type { Measure } from '../../src/domain/metrics/summary';
import { directoryOf } from '../../src/domain/directory/directory';
import type { Person } from '../../src/domain/directory/directory';
import type { Address } from '../../src/ports/conversations';
import { aSubject } from '../support/plans';
import { NOON } from './notices';
import { stage } from './stage';
import type { Stage } from './stage';

const analyst = (id: string): Person => ({
  id,
  name: id,
  email: '',
  roles: ['business-process-analyst'],
  msc: 'aviation',
});
const DIRECTORY = directoryOf([], [analyst('ada'), analyst('abe')]);
const chatOf = (id: string): Address => ({
  conversationId: `a:${id}`,
  serviceUrl: 'http://127.0.0.1:9/',
  kind: 'personal',
});
/** The digest is at 08:00; the stage stands at noon on Monday 2 November. */
const TUESDAY_EIGHT = NOON + 20 * 3_600_000;
const SET = { person: 'ada', zone: 'America/New_York', weekdays: true, digestHour: 8 };
/** Nothing that can be off, and what plans are set to. */
const how = (set: Pick<NotificationSettings['how'], 'plans'>): NotificationSettings['how'] => ({
  assigned: 'off',
  escalations: 'off',
  work: 'off',
  breaches: 'off',
  mail: 'off',
  needed: 'digest',
  ...set,
});
const told = (on: Stage): string[] =>
  on.sent.map(
    ({ to, card }) => `${to}: ${card.card === 'plan' ? `${card.plan.id} ${card.told}` : card.card}`,
  );

async function ask(on: Stage, measure: Measure['key'] = 'level-2-and-3-crt'): Promise<void> {
  const { plans } = on.records;
  const act = { at: on.businessNow, by: CASEKEEPER, cause: 'figures' };
  const context = { ...on.parts.context(), directory: DIRECTORY };
  const events = askForPlan(aSubject({ measure }));
  await plans.insert(changeOf(planType, await plans.nextId(), undefined, events, act, context));
}

/** A notification about a plan that doesn't exist. */
const LOST: Notification = {
  id: 'AP9',
  about: { kind: 'plan', id: 'AP9' },
  topic: 'asked',
  to: { kind: 'person', person: 'ada' },
  mentions: [],
  madeAt: 0,
};

describe('The notifications of an action plan', () => {
  it("reach each owner in their own chat once, and wait for someone who hasn't used Casekeeper yet (ME-8)", async () => {
    const on = stage();
    on.met.set('ada', chatOf('ada'));
    await ask(on);
    await relayOnce(on.parts);
    await relayOnce(on.parts);
    await on.deliver();
    expect(told(on)).toEqual(['a:ada: AP0000001 asked']);
    expect(await on.states()).toContain('AP0000001/entry-1/asked/person:abe parked');
    on.met.set('abe', chatOf('abe'));
    await on.outbox.release('person:abe');
    await on.deliver();
    expect(told(on)[1]).toBe('a:abe: AP0000001 asked');
    expect(await on.records.plans.pending(10)).toEqual([]);
  });

  it('made at midnight are kept until the hour of the monthly report (ME-8)', async () => {
    const on = stage();
    on.met.set('ada', chatOf('ada'));
    on.businessNow = Date.parse('2026-11-02T00:00-05:00');
    await ask(on);
    for (const before of ['00:00:01', '06:59:59.999']) {
      on.businessNow = Date.parse(`2026-11-02T${before}-05:00`);
      await relayOnce(on.parts);
      await on.deliver();
      expect(told(on)).toEqual([]);
    }
    expect(await on.records.plans.pending(10)).toHaveLength(1);
    on.businessNow = Date.parse('2026-11-02T07:00-05:00');
    await relayOnce(on.parts);
    await on.deliver();
    expect(told(on)).toEqual(['a:ada: AP0000001 asked']);
  });

  it("come within their reader's hours, at once when those begin (ME-8)", async () => {
    const on = stage();
    on.met.set('ada', chatOf('ada'));
    on.settings.set('ada', { ...SET, how: how({ plans: 'now' }), window: { from: 8, to: 11 } });
    await ask(on);
    await relayOnce(on.parts);
    await on.deliver();
    on.wallNow = TUESDAY_EIGHT - 1;
    await on.deliver();
    expect(told(on)).toEqual([]);
    on.wallNow = TUESDAY_EIGHT;
    await on.deliver();
    expect(told(on)).toEqual(['a:ada: AP0000001 asked']);
  });

  it('come in the digest of a reader who wants that, on one card with a button for each (ME-8)', async () => {
    const on = stage();
    on.met.set('ada', chatOf('ada'));
    on.settings.set('ada', { ...SET, how: how({ plans: 'digest' }) });
    await ask(on);
    await ask(on, 'satisfaction');
    await relayOnce(on.parts);
    await on.deliver();
    expect(told(on)).toEqual([]);
    on.wallNow = TUESDAY_EIGHT;
    await on.deliver();
    expect(told(on)).toEqual(['a:ada: list']);
    const opens = (plan: string) => ({
      title: 'You need to write an action plan',
      button: { verb: 'plan.list', data: { plan } },
    });
    expect(on.sent[0]?.card).toMatchObject({
      title: 'Your digest: 2 notifications',
      rows: [opens('AP0000001'), opens('AP0000002')],
    });
    await on.deliver();
    expect(on.sent).toHaveLength(1);
  });

  it("in a digest are dropped one by one if a plan doesn't exist, and block no other (ME-8)", async () => {
    const on = stage();
    on.met.set('ada', chatOf('ada'));
    on.settings.set('ada', { ...SET, how: how({ plans: 'digest' }) });
    await ask(on);
    await relayOnce(on.parts);
    await on.outbox.put(LOST, 0);
    await on.deliver();
    on.wallNow = TUESDAY_EIGHT;
    await on.deliver();
    expect(on.sent.map(({ card }) => card)).toMatchObject([{ title: 'Your digest: 1 notification' }]);
    expect(await on.states()).toContain('AP9 dead');
  });

  it("for a plan that can't be saved are logged and kept, and block no other (ME-8)", async () => {
    const on = stage();
    await ask(on);
    await ask(on, 'satisfaction');
    let calls = 0;
    const put: typeof on.outbox.put = (notification, place) => {
      calls += 1;
      return calls === 1
        ? Promise.reject(new Error('the store is away'))
        : on.outbox.put(notification, place);
    };
    await relayOnce({ ...on.parts, outbox: { ...on.outbox, put } });
    expect(on.logged.map(({ fields }) => fields['record'])).toEqual(['AP0000001']);
    const waiting = await on.records.plans.pending(10);
    expect(waiting.map(({ id }) => id)).toEqual(['AP0000001']);
  });

  it("for a plan that doesn't exist are dropped and logged", async () => {
    const on = stage();
    on.met.set('ada', chatOf('ada'));
    await on.outbox.put(LOST, 0);
    await on.deliver();
    expect(await on.states()).toEqual(['AP9 dead']);
    expect(on.logged.at(-1)?.fields['record']).toBe('AP9');
  });
});
