import { fieldView } from '../../../src/cards/shared/field-view';
import { reportDelivery } from '../../../src/cards/reports/report-delivery';
import { cardOf, faultsOf, fieldsOf, formOf } from '../../support/conversation';
import { openConversation } from '../../support/open-conversation';
import { ordersIn } from './report-talk';

describe('The review command', () => {
  it('has its metrics ready ten business days before the review (ME-9)', async () => {
    const conversation = openConversation();
    const said = cardOf(await conversation.say('nobody', 'review for aviation on 2026-12-15'), 'message');
    expect([said.title, said.text]).toEqual([
      'Review of 15 December 2026',
      'The numbers for Aviation will be posted here on 1 Dec 2026, 00:00 EST, 10 business days before it.',
    ]);
    expect((await ordersIn(conversation, 'a:1'))[0]?.dueAt).toBe(Date.parse('2026-12-01T05:00:00Z'));
    expect(await conversation.reported.orders.pending(10)).toEqual([]);
  });

  it('accepts a review that is sooner, posts the metrics at once, and says they are late (ME-9)', async () => {
    const conversation = openConversation();
    const said = cardOf(await conversation.say('nobody', 'review 2026-11-10'), 'message');
    expect(said.tone).toBe('warning');
    expect(said.text).toBe(
      'The review is less than 10 business days away. The numbers for Enterprise were due on 27 Oct 2026, 00:00 EDT, so they are posted here now.',
    );
    const [pending] = await conversation.reported.orders.pending(10);
    expect(pending?.notifications.map(({ topic, detail }) => [topic, detail?.['month']])).toEqual([
      ['review', '2026-10'],
    ]);
    expect(conversation.nudged).toEqual(['RO1']);
    const [notification] = pending?.notifications ?? [];
    const delivery = reportDelivery(conversation.reported.reports);
    const at = { context: conversation.context(), triedMs: 0 };
    const card = notification && pending && (await delivery.card(notification, pending.read().state, at));
    expect(card).toMatchObject({
      card: 'report',
      occasion: { kind: 'review', date: '2026-11-10' },
      lateSince: Date.parse('2026-10-27T04:00:00Z'),
    });
  });

  it.each([
    [
      'review soon',
      { date: '"soon" isn\'t a valid date. Enter a date from Mon 2 Nov 2026 to Fri 2 Nov 2029.' },
    ],
    [
      'review 2026-10-31',
      { date: 'Sat 31 Oct 2026 is in the past. Enter a date from Mon 2 Nov 2026 to Fri 2 Nov 2029.' },
    ],
    [
      'review 2026-02-30 av4',
      {
        date: '"2026-02-30" isn\'t a valid date. Enter a date from Mon 2 Nov 2026 to Fri 2 Nov 2029.',
        scope: "“av4” isn't an MSC or an assignment group. Did you mean av2?",
      },
    ],
  ])('comes back as a form for “%s”, with each fault at its field (ME-9)', async (line, faults) => {
    const form = formOf(await openConversation().say('nobody', line));
    expect(faultsOf(form)).toEqual(faults);
    const field = fieldsOf(form).get('date')!;
    expect(field.value).toBe(line.split(' ')[1]);
    // The input shows dates alone; what was typed in place of one is in the fault.
    expect(fieldView(field).value).toBe(line.includes('10-31') ? '2026-10-31' : '');
  });

  it.each([
    '20 January 2027',
    '20 Jan 2027',
    'Wed 20 Jan 2027',
    'January 20, 2027',
    '1/20/2027',
    '2027-01-20',
  ])('reads its date written as %s, before or after the scope (ME-9)', async (date) => {
    const conversation = openConversation();
    await conversation.say('nobody', `review ${date} aviation`);
    await conversation.say('nobody', `review aviation on ${date}`);
    const [order, ...others] = await ordersIn(conversation, 'a:1');
    expect(order).toMatchObject({ what: { date: '2027-01-20' }, scope: 'msc:aviation' });
    expect(others).toEqual([]);
    await conversation.say('nobody', `review stop ${date}`);
    expect(await ordersIn(conversation, 'a:1')).toEqual([]);
  });

  it('asks for the date if there is none (ME-9)', async () => {
    const form = formOf(await openConversation().say('nobody', 'review'));
    expect([...fieldsOf(form).keys()]).toEqual(['date', 'scope']);
    expect(faultsOf(form)).toEqual({});
  });

  it('lists reviews by date, and withdraws one by its date (ME-9)', async () => {
    const conversation = openConversation();
    for (const date of ['2027-03-15', '2026-12-15']) await conversation.say('nobody', `review ${date}`);
    await conversation.say('nobody', 'report monthly aviation');
    const list = cardOf(await conversation.say('nobody', 'reviews'), 'list');
    expect(list.rows.map(({ title }) => title)).toEqual([
      'Review of 15 December 2026 · Enterprise',
      'Review of 15 March 2027 · Enterprise',
    ]);
    await conversation.say('nobody', 'review stop 2026-12-15');
    expect(cardOf(await conversation.say('nobody', 'reviews'), 'list').rows).toHaveLength(1);
    expect(cardOf(await conversation.say('nobody', 'reports'), 'list').rows).toHaveLength(2);
  });
});
