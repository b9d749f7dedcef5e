import { renderCard } from '../../../src/cards/shared/render';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import type { Happened } from '../../support/cases';
import { aCase, escalated } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';
import { aWorld } from '../../support/site';

const registry = registryOf(allCommands);

async function holding(...events: readonly Happened[]) {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase(...events));
  return conversation;
}

describe('Resolving a case', () => {
  it('requires a resolution and its notes (CL-1, CL-2)', async () => {
    const conversation = await holding();
    const form = formOf(await conversation.say('av2-agent', 'resolve cs1'));
    expect(form.submit.title).toBe('Resolve');
    expect(Object.keys(faultsOf(formOf(await conversation.send('av2-agent', form))))).toEqual([
      'kind',
      'notes',
    ]);
    const typed = { kind: 'delivery-date', notes: 'Ships 4 December.', date: '2026-12-04' };
    const card = cardOf(await conversation.send('av2-agent', form, typed), 'case');
    expect(card.case.state).toBe('resolved');
  });

  it('refuses a delinquent contract as a resolution, and keeps the notes (CL-1)', async () => {
    const conversation = await holding();
    const form = formOf(await conversation.say('av2-agent', 'resolve cs1'));
    const typed = { kind: 'delinquent-contract', notes: 'The contract is late.' };
    const refused = formOf(await conversation.send('av2-agent', form, typed));
    expect(faultsOf(refused)['kind']).toContain("isn't a resolution");
    expect(fieldsOf(refused).get('notes')?.value).toBe('The contract is late.');
  });

  it('requires no Level 3 response after a referral back (L3-2, CL-2)', async () => {
    const conversation = await holding(escalated('av3'), {
      kind: 'referred-back',
      group: 'av2',
      to: 'av2-agent',
      missing: ['tail number'],
      text: '',
      supervisors: [],
    });
    const form = formOf(await conversation.say('av2-agent', 'resolve cs1 Told the customer.'));
    const typed = { kind: 'other' };
    const card = cardOf(await conversation.send('av2-agent', form, typed), 'case');
    expect(card.case.state).toBe('resolved');
  });
});

describe('Closing a case', () => {
  const resolved: Happened = { kind: 'resolved', notes: 'Ships 4 December.' };

  it('begins with what the customer was told, shows the notes beside it, and ends the case (CL-2, CL-3)', async () => {
    const conversation = await holding({ ...resolved, resolution: 'proof-of-delivery' });
    const form = formOf(await conversation.say('av2-agent', 'close cs1'));
    expect(fieldsOf(form).get('text')).toMatchObject({
      label: 'Final resolution to the customer',
      value: expect.stringContaining('We gave you the proof of delivery you asked for.') as string,
    });
    expect(fieldsOf(form).get('text')?.value).not.toContain('Ships 4 December.');
    expect(form.sections[0]).toMatchObject({
      title: 'Resolution notes (not sent to the customer)',
      text: 'Ships 4 December.',
    });
    const card = cardOf(await conversation.send('av2-agent', form), 'case');
    expect(card.case.state).toBe('closed');
  });

  it('requires a resolution first', async () => {
    const conversation = await holding();
    expect(refusalOf(await conversation.say('av2-agent', 'close cs1')).code).toBe('wrong-state');
  });

  const longLead = () =>
    holding(
      escalated('av3'),
      {
        kind: 'responded',
        response: { kind: 'award', deliveryDate: '2027-03-01', text: 'Awarded' },
        group: 'av2',
        to: 'av2-agent',
      },
      resolved,
    );

  async function askedFor() {
    const conversation = await longLead();
    const form = formOf(await conversation.say('av2-agent', 'close cs1'));
    const typed = { reason: 'No earlier source.', alternative: 'Local purchase.' };
    const card = cardOf(await conversation.send('av2-agent', form, typed), 'case');
    return { conversation, card };
  }

  it('by an agent with a long lead time waits for the supervisor, and says so (CL-5)', async () => {
    const { conversation, card } = await askedFor();
    expect(card.case.state).toBe('resolved');
    expect(card.banner?.text).toContain('your supervisors were asked');
    const { content } = renderCard(card, aWorld());
    expect(JSON.stringify(content)).toContain(
      'Waiting for approval by Av2 Supervisor, requested by Av2 Agent',
    );
    expect(refusalOf(await conversation.say('av2-agent', 'close cs1')).code).toBe('approval-pending');
    expect(refusalOf(await conversation.say('av2-agent', 'approve cs1')).code).toBe('not-permitted');
  });

  it('with a long lead time is approved by the supervisor in a form that shows what will be sent (CL-5)', async () => {
    const { conversation } = await askedFor();
    const form = formOf(await conversation.say('av2-supervisor', 'approve cs1'));
    const closed = cardOf(await conversation.send('av2-supervisor', form), 'case');
    expect(closed.case.state).toBe('closed');
    expect(closed.case.timeline.at(-1)).toMatchObject({
      text: expect.stringContaining('Your case CS0000001 is resolved.') as unknown,
      word: { by: 'email', to: 'pat@example.mil' },
      longLead: { reason: 'No earlier source.', alternative: 'Local purchase.', askedBy: 'av2-agent' },
    });
    const again = await conversation.press('av2-supervisor', 'case.approve', { case: 'CS0000001' });
    expect(refusalOf(again).code).toBe('wrong-state');
  });

  it('with a long lead time is decided only once if approved and declined at the same time (CL-5)', async () => {
    const { conversation } = await askedFor();
    const answers = await Promise.all([
      conversation.press('av2-supervisor', 'case.approve', { case: 'CS0000001', submitted: 'yes' }),
      conversation.say('av2-supervisor', 'decline cs1 Wait.'),
    ]);
    expect(answers.map(({ kind }) => kind).sort()).toEqual(['refusal', 'reply']);
    const { timeline } = await conversation.case('CS0000001');
    expect(timeline.filter(({ kind }) => kind === 'closed' || kind === 'closing-declined')).toHaveLength(1);
  });

  it('with a long lead time is declined with a reason from a form (CL-5)', async () => {
    const { conversation } = await askedFor();
    const form = formOf(
      await conversation.press('av2-supervisor', 'case.decline', { case: 'CS0000001', version: '6' }),
    );
    expect(faultsOf(formOf(await conversation.send('av2-supervisor', form)))['why']).toContain('Explain why');
    const card = cardOf(
      await conversation.send('av2-supervisor', form, { why: 'Lateral support first.' }),
      'case',
    );
    expect(card.case).toMatchObject({ state: 'resolved' });
    expect(card.case.closingAsked).toBeUndefined();
  });

  it('is possible for the supervisor in other words while an approval is pending (CL-5)', async () => {
    const { conversation } = await askedFor();
    const form = formOf(await conversation.say('av2-supervisor', 'close cs1 Delivery on 1 March.'));
    expect(fieldsOf(form).get('reason')?.value).toBe('No earlier source.');
    const card = cardOf(await conversation.send('av2-supervisor', form), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({
      kind: 'closed',
      text: expect.stringMatching(
        /^Dear Pat Customer,\n[^]*\nDelivery on 1 March\.\n\nPlease include case number/u,
      ) as unknown,
    });
  });

  it('by the supervisor with a long lead time requires a reason but no approval (CL-5)', async () => {
    const conversation = await longLead();
    const form = formOf(await conversation.say('av2-supervisor', 'close cs1'));
    expect([...fieldsOf(form).keys()]).toEqual(['mailTo', 'mailSubject', 'text', 'reason', 'alternative']);
    const refused = formOf(await conversation.send('av2-supervisor', form));
    expect(Object.keys(faultsOf(refused))).toEqual(['reason']);
    const card = cardOf(
      await conversation.send('av2-supervisor', form, { reason: 'No earlier source.' }),
      'case',
    );
    expect(card.case.state).toBe('closed');
  });
});
