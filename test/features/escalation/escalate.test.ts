import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import type { Form } from '../../../src/cards/shared/card-value';
import { aCase, details, escalated, opened } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf, refusalOf } from '../../support/conversation';

const registry = registryOf(allCommands);
const idsOf = (form: Form) => [...fieldsOf(form).keys()];
const itemsOf = (form: Form) => idsOf(form).filter((id) => id.startsWith('item.'));
/** What an agent writes at every checklist field that the form shows; there is no note. */
const findings = (form: Form) =>
  Object.fromEntries(
    itemsOf(form).flatMap((id) => (id === 'item.latest-note' ? [] : [[id, `Found for ${id}`]])),
  );

const CONDITIONS = { direction: 'pre-award', group: 'av3', actionType: 'PR Expedite' };

async function held(conversation: Conversation, change = {}) {
  return conversation.hold(aCase(opened('av2', { details: details(change) })));
}

/** The second step, with these conditions chosen. */
async function checklist(conversation: Conversation, number: string, change: Record<string, string> = {}) {
  const first = formOf(await conversation.say('av2-agent', `escalate ${number}`));
  return formOf(await conversation.send('av2-agent', first, { ...CONDITIONS, ...change }));
}

describe('Escalating from Level 2', () => {
  it('first asks for the conditions that decide the checklist (ES-2, ES-7, ES-8)', async () => {
    const conversation = new Conversation(registry);
    const form = formOf(
      await conversation.press('av2-agent', 'case.escalate', { case: await held(conversation) }),
    );
    expect(idsOf(form)).toEqual([
      'direction',
      'group',
      'actionType',
      'otherAction',
      'techBlocked',
      'notesDate',
      'eadSuffices',
    ]);
    expect(form.submit.title).toBe('Continue');
    expect(faultsOf(form)).toEqual({});
  });

  it('stays at the conditions while one that the checklist needs is missing', async () => {
    const conversation = new Conversation(registry);
    const number = await held(conversation);
    const form = await checklist(conversation, number, { direction: '', group: '', actionType: 'PR Other' });
    expect(Object.keys(faultsOf(form))).toEqual(['direction', 'group']);
    expect(fieldsOf(form).get('actionType')?.value).toBe('PR Other');
    expect((await conversation.case(number)).level).toBe(2);
  });

  it("then shows the checklist without faults yet, and with the case's NSN and PR (ES-2, ES-5)", async () => {
    const conversation = new Conversation(registry);
    const form = await checklist(conversation, await held(conversation));
    expect(form.submit.title).toBe('Escalate');
    expect(faultsOf(form)).toEqual({});
    expect(form.refused).toBeUndefined();
    expect(itemsOf(form)).toEqual(expect.arrayContaining(['item.stock-on-hand', 'item.pr-status']));
    expect(itemsOf(form)).not.toContain('item.par-records');
    expect(fieldsOf(form).get('nsn')?.value).toBe('5331-00-618-5361');
    expect(fieldsOf(form).get('pr')?.value).toBe('7001234567');
  });

  it('refuses with every unmet criterion at its place on the same card, and escalates nothing (ES-9)', async () => {
    const conversation = new Conversation(registry);
    const number = await held(conversation, { nsn: undefined, pr: undefined });
    const form = await checklist(conversation, number, { actionType: '' });
    const typed = { nsn: '12', 'item.stock-on-hand': 'None at any depot' };
    const refused = formOf(await conversation.send('av2-agent', form, typed));
    const faults = faultsOf(refused);
    expect(Object.keys(faults)).toEqual(
      expect.arrayContaining(['actionType', 'nsn', 'pr', 'item.pr-status']),
    );
    // Which other cases there are stands in its field already.
    const met = ['item.stock-on-hand', 'item.latest-note', 'item.existing-cases'];
    const unmet = itemsOf(form).filter((id) => !met.includes(id));
    for (const id of unmet) expect(faults[id]).toBeDefined();
    expect(faults['item.stock-on-hand']).toBeUndefined();
    expect(fieldsOf(refused).get('item.stock-on-hand')?.value).toBe('None at any depot');
    expect(fieldsOf(refused).get('nsn')?.value).toBe('12');
    expect((await conversation.case(number)).timeline).toHaveLength(1);
  });

  it('shows the new items that a changed condition requires (ES-2 g)', async () => {
    const conversation = new Conversation(registry);
    const form = await checklist(conversation, await held(conversation));
    const blocked = { ...findings(form), techBlocked: 'true' };
    const refused = formOf(await conversation.send('av2-agent', form, blocked));
    const added = itemsOf(refused).filter((id) => !itemsOf(form).includes(id));
    expect(added).toHaveLength(1);
    expect(Object.keys(faultsOf(refused))).toEqual(added);
  });

  it('moves the case when every criterion is met, with what was verified in its notes (ES-11)', async () => {
    const conversation = new Conversation(registry);
    const number = await held(conversation);
    const form = await checklist(conversation, number);
    const card = cardOf(await conversation.send('av2-agent', form, findings(form)), 'case');
    expect(card.case).toMatchObject({ level: 3, group: 'av3' });
    expect(card.case.assignee).toBeUndefined();
    expect(card.banner?.text).toContain('aviation av3');
    const entry = card.case.timeline.at(-1);
    expect(entry).toMatchObject({ kind: 'escalated', by: 'av2-agent', action: 'PR Expedite' });
    expect(entry).toHaveProperty(
      'findings',
      expect.arrayContaining([expect.objectContaining({ finding: 'Found for item.stock-on-hand' })]),
    );
  });

  it('accepts another type of action in clear words (ES-7)', async () => {
    const conversation = new Conversation(registry);
    const change = { actionType: '', otherAction: 'Source approval question' };
    const form = await checklist(conversation, await held(conversation), change);
    const card = cardOf(await conversation.send('av2-agent', form, findings(form)), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({ action: 'Source approval question' });
  });

  it('asks for a justification if current notes are not enough, and accepts it (ES-8)', async () => {
    const conversation = new Conversation(registry);
    const current = { notesDate: '2026-10-20', eadSuffices: 'no' };
    const form = await checklist(conversation, await held(conversation), current);
    const refused = formOf(await conversation.send('av2-agent', form, findings(form)));
    expect(Object.keys(faultsOf(refused))).toEqual([expect.stringMatching(/^justification\./)]);
    const aog = { 'justification.aircraft-on-ground': 'Grounded at Dover' };
    const noTail = formOf(await conversation.send('av2-agent', refused, aog));
    expect(Object.keys(faultsOf(noTail))).toEqual(['justification.aircraft-on-ground.number']);
    const tail = { 'justification.aircraft-on-ground.number': '87-0025' };
    const card = cardOf(await conversation.send('av2-agent', noTail, tail), 'case');
    expect(JSON.stringify(card.case.timeline.at(-1))).toContain('87-0025');
  });

  it('shows a missing date of need at its only field (ES-8)', async () => {
    const conversation = new Conversation(registry);
    const current = { notesDate: '2026-10-20', eadSuffices: 'no' };
    const form = await checklist(conversation, await held(conversation), current);
    const need = { ...findings(form), 'justification.date-of-need': 'Deployment in December' };
    const refused = formOf(await conversation.send('av2-agent', form, need));
    expect(Object.keys(faultsOf(refused))).toEqual(['dateOfNeed']);
  });

  it('asks for the PAR after award (ES-10)', async () => {
    const conversation = new Conversation(registry);
    const form = await checklist(conversation, await held(conversation), { direction: 'post-award' });
    const refused = formOf(await conversation.send('av2-agent', form, findings(form)));
    expect(Object.keys(faultsOf(refused))).toEqual(['parNumber', 'parKind', 'parIpg']);
    const par = { parNumber: '20261001', parKind: 'status', parIpg: 'I' };
    const card = cardOf(await conversation.send('av2-agent', refused, par), 'case');
    expect(card.case.openPar).toMatchObject({ number: '20261001', kind: 'status', ipg: 'I' });
  });

  it('keeps what was typed for one direction while another is chosen (ES-9)', async () => {
    const conversation = new Conversation(registry);
    const number = await held(conversation, { nsn: undefined });
    const form = await checklist(conversation, number);
    const typed = { ...findings(form), nsn: '1560-01-111-2222', direction: 'post-award' };
    const other = formOf(await conversation.send('av2-agent', form, typed));
    expect(idsOf(other)).not.toContain('nsn');
    const cleared = formOf(await conversation.send('av2-agent', other, { direction: '' }));
    expect(idsOf(cleared)).not.toContain('item.stock-on-hand');
    const back = formOf(await conversation.send('av2-agent', cleared, { direction: 'pre-award' }));
    expect(fieldsOf(back).get('nsn')?.value).toBe('1560-01-111-2222');
    expect(fieldsOf(back).get('item.stock-on-hand')?.value).toBe('Found for item.stock-on-hand');
  });

  it('is refused at the PR number if another open case has it (ES-6)', async () => {
    const conversation = new Conversation(registry);
    await held(conversation);
    const form = await checklist(conversation, await held(conversation, { pr: undefined }));
    const inputs = { ...findings(form), pr: '7001234567' };
    const refused = formOf(await conversation.send('av2-agent', form, inputs));
    expect(faultsOf(refused)['pr']).toContain('CS0000001');
    expect(fieldsOf(refused).get('item.stock-on-hand')?.value).toBe('Found for item.stock-on-hand');
  });

  it('moves the case once if it is sent twice, and answers the second press like the first (CA-11)', async () => {
    const conversation = new Conversation(registry);
    const number = await held(conversation);
    const form = await checklist(conversation, number);
    const first = await conversation.send('av2-agent', form, findings(form));
    expect(await conversation.send('av2-agent', form, findings(form))).toEqual(first);
    const other = { ...findings(form), 'item.stock-on-hand': 'None on hand on 2 November.' };
    const again = formOf(await conversation.send('av2-agent', form, other));
    expect(again.refused).toContain("“Escalate” isn't possible now");
    expect(again.title).toBe(`Escalate ${number}`);
    expect(again.submit.data['item.stock-on-hand']).toBe('None on hand on 2 November.');
    const moves = (await conversation.case(number)).timeline.filter(({ kind }) => kind === 'escalated');
    expect(moves).toHaveLength(1);
  });

  it("is refused before the form opens to anyone not allowed, and when the case can't be escalated (ES-1)", async () => {
    const conversation = new Conversation(registry);
    const number = await held(conversation);
    const other = refusalOf(await conversation.say('av3-agent', `escalate ${number}`));
    expect(other.code).toBe('not-permitted');
    expect(other.params['who']).toContain('Av2 Agent');
    const atLevel3 = await conversation.hold(
      aCase(opened('av2', { details: details({ pr: '7000000009' }) }), escalated('av3')),
    );
    expect(refusalOf(await conversation.say('av3-gatekeeper', `escalate ${atLevel3}`)).code).toBe(
      'wrong-state',
    );
  });
});

describe('Escalating from Level 1', () => {
  it('shows its checklist at once and moves the case to the chosen Level 2 group (ES-1)', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(aCase(opened('cic')));
    const first = formOf(await conversation.say('cic-agent', `escalate ${number}`));
    const form = formOf(await conversation.send('cic-agent', first, { group: 'av2' }));
    expect(itemsOf(form)).toContain('item.research');
    const card = cardOf(await conversation.send('cic-agent', form, findings(form)), 'case');
    expect(card.case).toMatchObject({ level: 2, group: 'av2' });
  });

  it('has no first step if there is nothing to choose', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(
      aCase(opened('cic', { details: details({ msc: 'distribution' }) })),
    );
    const form = formOf(await conversation.say('cic-agent', `escalate ${number}`));
    expect(form.submit.title).toBe('Escalate');
    expect(itemsOf(form)).toContain('item.research');
  });

  it('says before the form opens if there is no group to escalate to', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(aCase(opened('cic', { details: details({ msc: 'energy' }) })));
    const refused = refusalOf(await conversation.say('cic-agent', `escalate ${number}`));
    expect(refused).toMatchObject({ code: 'nothing-to-escalate-to', params: { msc: 'Energy', level: '2' } });
  });
});
