import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import type { Happened } from '../../support/cases';
import { aCase, escalated } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';

const registry = registryOf(allCommands);

async function holding(...happenings: readonly Happened[]) {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase(...happenings));
  return conversation;
}

describe('resolving', () => {
  it('needs a resolution and its notes (CL-1, CL-2)', async () => {
    const conversation = await holding();
    const form = formOf(await conversation.say('av2-agent', 'resolve cs1'));
    expect(form.submit.title).toBe('Resolve');
    expect(Object.keys(faultsOf(formOf(await conversation.send('av2-agent', form))))).toEqual([
      'kind',
      'notes',
    ]);
    const typed = { kind: 'delivery-date', notes: 'Ships 4 December.' };
    const card = cardOf(await conversation.send('av2-agent', form, typed), 'case');
    expect(card.case.state).toBe('resolved');
  });

  it('does not take a delinquent contract for a resolution, and keeps the notes (CL-1)', async () => {
    const conversation = await holding();
    const form = formOf(await conversation.say('av2-agent', 'resolve cs1'));
    const typed = { kind: 'delinquent-contract', notes: 'The contract is late.' };
    const refused = formOf(await conversation.send('av2-agent', form, typed));
    expect(faultsOf(refused)['kind']).toContain('is not a resolution');
    expect(fieldsOf(refused).get('notes')?.value).toBe('The contract is late.');
  });

  it('of what Level 3 worked needs its response in the notes (CL-2)', async () => {
    const conversation = await holding(escalated('av3'), {
      kind: 'referred-back',
      group: 'av2',
      to: 'av2-agent',
      missing: ['tail number'],
      text: '',
      supervisors: [],
    });
    const form = formOf(await conversation.say('av2-agent', 'resolve cs1 Told the customer.'));
    const typed = { kind: 'delivery-date' };
    expect(faultsOf(formOf(await conversation.send('av2-agent', form, typed)))['notes']).toContain('Level 3');
  });
});

describe('closing', () => {
  const resolved: Happened = { kind: 'resolved', notes: 'Ships 4 December.' };

  it('begins with the resolution notes and ends the case (CL-2, CL-3)', async () => {
    const conversation = await holding(resolved);
    const form = formOf(await conversation.say('av2-agent', 'close cs1'));
    expect(fieldsOf(form).get('text')).toMatchObject({
      label: 'Final resolution to the customer',
      value: 'Ships 4 December.',
    });
    const card = cardOf(await conversation.send('av2-agent', form), 'case');
    expect(card.case.state).toBe('closed');
  });

  it('needs a resolution first', async () => {
    const conversation = await holding();
    expect(refusalOf(await conversation.say('av2-agent', 'close cs1')).code).toBe('wrong-state');
  });

  it('with a long lead time is the supervisor’s, with a reason (CL-5)', async () => {
    const conversation = await holding(
      escalated('av3'),
      {
        kind: 'responded',
        response: { kind: 'award', deliveryDate: '2027-03-01', text: 'Awarded' },
        group: 'av2',
        to: 'av2-agent',
      },
      resolved,
    );
    const agent = await conversation.press('av2-agent', 'case.close', {
      case: 'CS0000001',
      text: 'x',
      submitted: 'yes',
    });
    expect(formOf(agent).refused).toContain('Av2 Supervisor');
    const form = formOf(await conversation.say('av2-supervisor', 'close cs1'));
    expect([...fieldsOf(form).keys()]).toEqual(['text', 'reason', 'alternative']);
    const refused = formOf(await conversation.send('av2-supervisor', form));
    expect(Object.keys(faultsOf(refused))).toEqual(['reason']);
    const card = cardOf(
      await conversation.send('av2-supervisor', form, { reason: 'No earlier source.' }),
      'case',
    );
    expect(card.case.state).toBe('closed');
  });
});
