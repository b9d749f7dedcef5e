import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import type { Happened } from '../../support/cases';
import { aCase } from '../../support/cases';
import { cardOf, Conversation, fieldsOf, formOf } from '../../support/conversation';

const registry = registryOf(allCommands);
const NUMBER = 'CS0000001';

async function holding(...events: readonly Happened[]) {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase(...events));
  return conversation;
}

/** What went to the customer and how the case stands. */
const kindsOf = async (conversation: Conversation): Promise<readonly string[]> =>
  (await conversation.case(NUMBER)).timeline.map(({ kind }) => kind);

describe('A form opened before someone else changed the case', () => {
  const given: Happened = { kind: 'resolved', notes: 'Ships 4 December.', resolution: 'proof-of-delivery' };

  it('sends nothing for Close until the person has seen the change and presses again (CL-3, CA-11)', async () => {
    const conversation = await holding(given);
    const old = formOf(await conversation.say('av2-agent', 'close cs1'));
    await conversation.say('av2-supervisor', 'reopen cs1 Wrong date.');
    const resolve = formOf(await conversation.say('av2-supervisor', 'resolve cs1'));
    await conversation.send('av2-supervisor', resolve, { kind: 'other', notes: 'Ships 29 December.' });

    const text = 'Dear Pat, it ships 4 December.';
    const back = formOf(await conversation.send('av2-agent', old, { text }));
    expect(back.refused).toMatch(/changed after you opened this form\n.*Av2 Supervisor.*Resolved/su);
    expect(back.refused).toContain('press “Close” again');
    expect(fieldsOf(back).get('text')?.value).toBe(text);
    expect(await kindsOf(conversation)).not.toContain('closed');

    const closed = cardOf(await conversation.send('av2-agent', back, { text }), 'case');
    expect(closed.case.timeline.at(-1)).toMatchObject({
      kind: 'closed',
      text: expect.stringContaining(text) as unknown,
    });
  });

  it("does not undo the other person's correction unseen for Correct (CA-10)", async () => {
    const conversation = await holding();
    const old = formOf(await conversation.say('av2-agent', 'correct cs1'));
    const other = formOf(await conversation.say('av2-supervisor', 'correct cs1'));
    await conversation.send('av2-supervisor', other, { ipd: '05', why: 'Second look.' });
    const corrected = await conversation.case(NUMBER);
    const back = formOf(
      await conversation.send('av2-agent', old, { requisition: 'W25G1U63210009', why: 'Typo.' }),
    );
    expect(back.refused).toMatch(/Av2 Supervisor/u);
    expect((await conversation.case(NUMBER)).details).toEqual(corrected.details);
  });

  it("does not undo the other person's correction unseen for Correct contact (AC-1)", async () => {
    const conversation = await holding();
    const old = formOf(await conversation.say('av2-agent', 'correct contact cs1'));
    const other = formOf(await conversation.say('av2-supervisor', 'correct contact cs1'));
    await conversation.send('av2-supervisor', other, { contactPhone: '555 0111', why: 'They called.' });
    const back = formOf(await conversation.send('av2-agent', old, { contactName: 'Pat C.', why: 'Typo.' }));
    expect(back.refused).toMatch(/^The contact changed/u);
    const { contact } = (await conversation.case(NUMBER)).details;
    expect(contact).toMatchObject({ phone: '555 0111' });
    expect(contact.name).not.toBe('Pat C.');
    await conversation.send('av2-agent', back, {
      contactName: 'Pat C.',
      contactPhone: '555 0111',
      why: 'Typo.',
    });
    expect((await conversation.case(NUMBER)).details.contact).toMatchObject({
      name: 'Pat C.',
      phone: '555 0111',
    });
  });

  it('does not send a second status from a colleague without asking (CK-1)', async () => {
    const conversation = await holding();
    const mine = formOf(await conversation.say('av2-agent', 'status cs1 Stock was found at the depot.'));
    const theirs = formOf(
      await conversation.say('av2-supervisor', 'status cs1 Stock was found at the depot.'),
    );
    await conversation.send('av2-supervisor', theirs);
    const back = formOf(await conversation.send('av2-agent', mine));
    expect(back.refused).toMatch(/Status/u);
    expect((await kindsOf(conversation)).filter((kind) => kind === 'status-sent')).toHaveLength(1);
  });

  it("is accepted unchanged if the change was a note, or the person's own (CA-11)", async () => {
    const conversation = await holding(given);
    const form = formOf(await conversation.say('av2-agent', 'close cs1'));
    await conversation.say('av2-supervisor', 'note cs1 The customer called to say thanks.');
    await conversation.say('av2-agent', 'attach cs1 https://files.example.mil/proof.pdf Proof of delivery');
    expect(cardOf(await conversation.send('av2-agent', form), 'case').case.state).toBe('closed');
  });
});

describe('An approval opened before the request changed', () => {
  const asked = (text: string): readonly Happened[] => [
    { kind: 'resolved', notes: text, resolution: 'delivery-date', date: '2027-12-20' },
    {
      kind: 'closing-asked',
      text,
      word: { by: 'email', to: 'pat@example.mil', subject: `Case ${NUMBER}` },
      reason: 'No earlier source.',
      until: '2027-12-20',
      supervisors: ['av2-supervisor'],
    },
  ];

  it.each([
    ['its form', (conversation: Conversation) => conversation.say('av2-supervisor', 'approve cs1')],
    ['the card in a chat', undefined],
  ])('is not given from %s for a text that the supervisor never saw (CL-5)', async (_from, open) => {
    const conversation = await holding(...asked('The first text.'));
    const shown = await conversation.case(NUMBER);
    const form = open === undefined ? undefined : formOf(await open(conversation));
    await conversation.say('av2-agent', 'reopen cs1 Wrong date.');
    const resolve = formOf(await conversation.say('av2-agent', 'resolve cs1'));
    await conversation.send('av2-agent', resolve, {
      kind: 'delivery-date',
      notes: 'It ships in December 2028.',
      date: '2028-12-20',
    });
    const close = formOf(await conversation.say('av2-agent', 'close cs1'));
    await conversation.send('av2-agent', close, { text: 'The second text.', reason: 'Still no source.' });

    const version = String(shown.timeline.length);
    const pressed = { case: NUMBER, version, submitted: 'yes' };
    const answer =
      form === undefined
        ? await conversation.press('av2-supervisor', 'case.approve', pressed)
        : await conversation.send('av2-supervisor', form);
    const back = formOf(answer);
    expect(back.refused).toMatch(/Av2 Agent/u);
    expect(JSON.stringify(back.sections)).toContain('The second text.');
    expect((await conversation.case(NUMBER)).state).toBe('resolved');
    expect(cardOf(await conversation.send('av2-supervisor', back), 'case').case.state).toBe('closed');
  });

  it("goes to the contact's corrected address (CL-3)", async () => {
    const conversation = await holding(...asked('It ships in December.'));
    const contact = formOf(await conversation.say('av2-agent', 'correct contact cs1'));
    await conversation.send('av2-agent', contact, {
      contactEmail: 'pat.new@example.mil',
      why: 'They moved.',
    });
    const form = formOf(await conversation.say('av2-supervisor', 'approve cs1'));
    expect(form.intro).toContain('pat.new@example.mil');
    await conversation.send('av2-supervisor', form);
    expect((await conversation.case(NUMBER)).timeline.at(-1)).toMatchObject({
      kind: 'closed',
      word: { to: 'pat.new@example.mil' },
    });
  });
});

it('A PAR form completes the PAR that it names, and no other (CL-4)', async () => {
  const conversation = await holding({
    kind: 'par-submitted',
    par: { number: '55500001', kind: 'status', ipg: 'II' },
  });
  const old = formOf(await conversation.say('av2-agent', 'par done cs1'));
  const other = formOf(await conversation.say('av2-supervisor', 'par done cs1'));
  await conversation.send('av2-supervisor', other, {
    text: 'The buyer did not answer the question.',
    judged: 'inadequate',
    parNumber: '55500002',
    parKind: 'status',
    parIpg: 'II',
  });
  const pars = (await conversation.case(NUMBER)).pars;
  expect(pars.map(({ number }) => number)).toContain('55500002');
  const answer = { text: 'It ships on 4 December.', judged: 'adequate' };
  expect(formOf(await conversation.send('av2-agent', old, answer)).refused).toContain('Av2 Supervisor');
  expect((await conversation.case(NUMBER)).pars).toEqual(pars);
});
