import { siteKinds } from '../../src/app/site-kinds';
import { relayOnce } from '../../src/notifications/relay';
import { sweepOnce } from '../../src/notifications/sweep';
import { siteCalendar } from '../../src/domain/metrics/month-close';
import type { Person } from '../../src/domain/directory/directory';
import { changeOf } from '../../src/domain/kernel/change-of';
import { firstDue } from '../../src/domain/reports/report-order';
import type { ReportOrder } from '../../src/domain/reports/report-order';
import { reportOrderType } from '../../src/domain/reports/report-order-type';
import { SendFault } from '../../src/ports/sender';
import { AVIATION, CHANNEL, deskOf, stage } from './stage';
import type { Stage } from './stage';

const ANN: Person = { id: 'ann', name: 'Ann', email: '', roles: [] };
const IN_CHANNEL: ReportOrder['to'] = { kind: 'conversation', address: { ...CHANNEL, kind: 'channel' } };
const at = (iso: string): number => Date.parse(iso);
const ORDERED = at('2026-10-15T12:00-04:00');
const DUE = at('2026-11-02T07:00-05:00');

async function ordered(
  on: Stage,
  change: Partial<Pick<ReportOrder, 'what' | 'scope' | 'to'>> = {},
): Promise<ReportOrder> {
  const { orders } = on.reported;
  const context = { ...on.parts.context(), now: ORDERED };
  const { what = { kind: 'monthly' }, scope = 'enterprise', to = IN_CHANNEL } = change;
  const dueAt = firstDue(what, ORDERED, 10, siteCalendar(context.calendars));
  const event = { kind: 'ordered', what, scope, to, conversation: CHANNEL.conversationId, dueAt } as const;
  const id = await orders.nextId();
  const act = { by: 'ann', at: ORDERED, cause: `order ${id}` };
  const opened = changeOf(reportOrderType, id, undefined, [event], act, context);
  expect((await orders.insert(opened)).kind).toBe('saved');
  return opened.state;
}

/** What the loop does with reports. */
async function post({ parts }: Stage, run = parts): Promise<void> {
  await sweepOnce(run);
  await relayOnce(run);
}

/** Sets the time to `now` and sends the reports that are due. */
async function beat(on: Stage, now: number): Promise<void> {
  on.businessNow = now;
  on.wallNow += 120_000;
  await post(on);
  await on.deliver();
}

const told = (on: Stage): string[] =>
  on.sent.map(({ to, card }) =>
    card.card === 'report'
      ? `${to}: ${card.report.month.month} ${card.occasion.kind}${card.lateSince === undefined ? '' : ' late'}`
      : `${to}: ${card.card}`,
  );

describe('Scheduled reports', () => {
  it('are posted once a month, on the first business day, however often the site checks (ME-7)', async () => {
    const on = stage();
    await ordered(on);
    for (const now of [DUE - 1, DUE, DUE + 1_000, DUE + 60_000, at('2026-11-30T12:00-05:00')])
      await beat(on, now);
    expect(told(on)).toEqual(['19:aviation@thread: 2026-10 monthly']);
    await beat(on, at('2026-12-01T07:00-05:00'));
    expect(told(on)).toEqual(['19:aviation@thread: 2026-10 monthly', '19:aviation@thread: 2026-11 monthly']);
  });

  it('cover only the latest month after an outage, and say that they are late (ME-7)', async () => {
    const on = stage();
    await ordered(on);
    await beat(on, at('2027-02-10T12:00-05:00'));
    await beat(on, at('2027-02-11T12:00-05:00'));
    expect(told(on)).toEqual(['19:aviation@thread: 2027-01 monthly late']);
    const [sent] = on.sent;
    expect(sent?.card).toMatchObject({ lateSince: at('2027-02-01T07:00-05:00') });
  });

  it('come once if two instances check at the same time (ME-7)', async () => {
    const on = stage();
    await ordered(on);
    on.businessNow = DUE;
    await Promise.all([post(on), post(on), post(on)]);
    await Promise.all([on.deliver(), on.deliver()]);
    expect(told(on)).toHaveLength(1);
  });

  it('are neither lost nor repeated if the process is killed between any two writes (ME-7)', async () => {
    // Three writes: saving it on the order, putting it in the outbox, removing it from the order. The process is killed after this many.
    for (const writes of [0, 1, 2, 3]) {
      const on = stage();
      await ordered(on);
      on.businessNow = DUE;
      const { orders } = on.reported;
      let left = writes;
      const mortal =
        <A extends unknown[], R>(write: (...args: A) => Promise<R>) =>
        (...args: A): Promise<R> => {
          left -= 1;
          return left < 0 ? Promise.reject(new Error('killed')) : write(...args);
        };
      orders.save = mortal(orders.save.bind(orders));
      orders.clearPending = mortal(orders.clearPending.bind(orders));
      const put = mortal(on.outbox.put.bind(on.outbox));
      await post(on, { ...on.parts, outbox: { ...on.outbox, put } });
      left = Infinity; // The next process.
      for (const now of [DUE + 1_000, DUE + 2_000]) await beat(on, now);
      expect([writes, told(on)]).toEqual([writes, ['19:aviation@thread: 2026-10 monthly']]);
    }
  });

  it('no longer come if they were stopped between being due and being sent (ME-7)', async () => {
    const on = stage();
    const order = await ordered(on);
    on.businessNow = DUE;
    await post(on);
    const saved = await on.reported.orders.get(order.id);
    if (saved === undefined) throw new Error('not kept');
    const act = { by: 'ann', at: DUE, cause: 'stop' };
    const ended = changeOf(
      reportOrderType,
      order.id,
      saved.state,
      [{ kind: 'ended' }],
      act,
      on.parts.context(),
    );
    await on.reported.orders.save(saved.version, ended);
    await beat(on, DUE + 1_000);
    expect(told(on)).toEqual([]);
    expect(await on.states()).toEqual([`${order.id}/2026-10 sent`]);
  });

  it("go to a person's own chat as long as they are in the directory, at once whatever their settings are (ME-7)", async () => {
    const on = stage();
    on.people = [ANN];
    on.met.set('ann', { conversationId: 'a:ann', serviceUrl: 'http://127.0.0.1:9/', kind: 'personal' });
    await ordered(on, { to: { kind: 'person', person: 'ann' } });
    await beat(on, DUE);
    expect(told(on)).toEqual(['a:ann: 2026-10 monthly']);
    on.people = [];
    await beat(on, at('2026-12-01T07:00-05:00'));
    expect(told(on)).toHaveLength(1);
  });

  it('go to where a connected channel was last seen (ME-7)', async () => {
    const on = stage();
    const moved = 'http://127.0.0.1:10/';
    on.groups = [{ ...AVIATION, channel: { ...CHANNEL, serviceUrl: moved } }];
    const seen: string[] = [];
    const { sender } = on.parts;
    on.parts = {
      ...on.parts,
      sender: {
        ...on.parts.sender,
        post: (address, card, context) => {
          seen.push(address.serviceUrl);
          return sender.post(address, card, context);
        },
      },
    };
    await ordered(on);
    await beat(on, DUE);
    expect(seen).toEqual([moved]);
  });

  it('wait up to an hour while metrics are being calculated, and then say up to what time they count (ME-6, ME-7)', async () => {
    const on = stage();
    await ordered(on);
    const { reports } = on.records;
    const counting = { asOf: at('2026-10-31T12:00-04:00') };
    let isCounting = true;
    const show: typeof reports.show = async (asked) => {
      const shown = await reports.show(asked);
      const { report } = shown;
      if (!isCounting) return shown;
      return { ...shown, report: { ...report, scorecard: { ...report.scorecard, ...counting } } };
    };
    on.parts = { ...on.parts, kinds: siteKinds({ ...on.records, reports: { show } }) };
    await beat(on, DUE);
    expect(told(on)).toEqual([]);
    isCounting = false;
    await beat(on, DUE + 1_000);
    expect(told(on)).toHaveLength(1);
    isCounting = true;
    await beat(on, at('2026-12-01T07:00-05:00'));
    on.wallNow += 3_600_000;
    await beat(on, at('2026-12-01T08:10-05:00'));
    expect(on.sent.slice(1).map(({ card }) => card)).toMatchObject([{ report: { scorecard: counting } }]);
    expect(await on.states()).toContain('RO1/2026-11 sent');
  });

  it('for a review come once, ten business days before it (ME-9)', async () => {
    const on = stage();
    await ordered(on, { what: { kind: 'review', date: '2026-12-15' } });
    await beat(on, at('2026-11-30T23:59-05:00'));
    expect(told(on)).toEqual([]);
    for (const now of ['2026-12-01T00:00-05:00', '2026-12-01T07:00-05:00', '2026-12-15T12:00-05:00'])
      await beat(on, at(now));
    expect(told(on)).toEqual(['19:aviation@thread: 2026-11 review']);
  });

  it("that can't be delivered are in the list of undelivered notifications with a description (ME-7)", async () => {
    const on = stage();
    const order = await ordered(on);
    on.teams = () => {
      throw new SendFault(403);
    };
    await beat(on, DUE);
    expect(await deskOf(on).standing(10)).toMatchObject([
      { of: order.id, says: 'Monthly report', why: 'gone', to: { kind: 'conversation' } },
    ]);
    expect(on.logged.at(-1)?.fields).toMatchObject({ record: order.id, why: 'gone' });
  });

  it('for a deleted group are dropped, and block no other (ME-7)', async () => {
    const on = stage();
    const lost = await ordered(on, { scope: 'group:GONE' });
    await ordered(on);
    await beat(on, DUE);
    expect(told(on)).toEqual(['19:aviation@thread: 2026-10 monthly']);
    expect(await on.states()).toContain(`${lost.id}/2026-10 dead`);
  });

  it("of an order that can't be saved are logged and tried again, and block no other (ME-7)", async () => {
    const on = stage();
    const bad = await ordered(on);
    await ordered(on, { scope: 'msc:aviation' });
    const { orders } = on.reported;
    const save = orders.save.bind(orders);
    const spy = jest
      .spyOn(orders, 'save')
      .mockImplementation((version, change) =>
        change.state.id === bad.id ? Promise.reject(new Error('the store is away')) : save(version, change),
      );
    await beat(on, DUE);
    expect(told(on)).toHaveLength(1);
    expect(on.logged.map(({ message, fields }) => [message, fields['record']])).toEqual([
      ['Alerts for a record are on hold: the record is quarantined and will be tried again', bad.id],
    ]);
    spy.mockRestore();
    await beat(on, DUE + 1_000);
    expect(told(on)).toHaveLength(2);
  });
});
