import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, escalated } from '../../support/cases';
import { cardOf, CHANNEL, Conversation, fieldsOf, formOf, refusalOf } from '../../support/conversation';

const registry = registryOf(allCommands);
const atLevel3 = () => aCase(escalated('av3'));

describe('Changing a case', () => {
  it('answers with the updated card and says what was done', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(atLevel3());
    const card = cardOf(await conversation.say('av3-gatekeeper', `claim ${number}`), 'case');
    expect(card.case.assignee).toBe('av3-gatekeeper');
    expect(card.banner).toEqual({ text: 'Claimed by Av3 Gatekeeper.', tone: 'good' });
    expect(card.audience).toBe('person');
    expect(conversation.nudged).toEqual([number]);
  });

  it('answers in a channel with the card that has every action', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(atLevel3());
    conversation.place = CHANNEL;
    expect(cardOf(await conversation.say('av3-agent', `case ${number}`), 'case').audience).toBe('person');
  });

  it('decides again from the current case if someone else changed it first, and loses neither change', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(atLevel3());
    let quicker = 1;
    conversation.cases.beforeSave = async () => {
      if (quicker-- > 0) await conversation.say('av3-other', `note ${number} Quicker`);
    };
    cardOf(await conversation.say('av3-agent', `note ${number} Slower`), 'case');
    const notes = (await conversation.case(number)).timeline.flatMap((entry) =>
      entry.kind === 'noted' ? [entry.text] : [],
    );
    expect(notes).toEqual(['Quicker', 'Slower']);
  });

  it('stops after a few conflicts and says so, with nothing typed lost', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(atLevel3());
    let turns = 0;
    conversation.cases.beforeSave = async () => {
      turns += 1;
      if (turns % 2 === 1) await conversation.say('av3-other', `note ${number} Again ${turns}`);
    };
    const typed = await conversation.say('av3-agent', `note ${number} Slower`);
    expect(refusalOf(typed)).toMatchObject({ code: 'changed-meanwhile', params: { number } });
    const data = { case: number, text: 'Slower', submitted: 'yes' };
    const form = formOf(await conversation.press('av3-agent', 'case.note', data));
    expect(fieldsOf(form).get('text')?.value).toBe('Slower');
    expect(form.refused).toContain('has changed');
  });

  it('lets exactly one of two simultaneous claims win and tells the other who won (AS-1)', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(atLevel3());
    let first = true;
    conversation.cases.beforeSave = async () => {
      if (!first) return;
      first = false;
      cardOf(await conversation.press('av3-supervisor', 'case.claim', { case: number }), 'case');
    };
    const loser = refusalOf(await conversation.press('av3-gatekeeper', 'case.claim', { case: number }));
    expect(loser).toMatchObject({ code: 'already-assigned', params: { number, assignee: 'Av3 Supervisor' } });
    const claims = (await conversation.case(number)).timeline.filter(({ kind }) => kind === 'assigned');
    expect(claims).toHaveLength(1);
  });

  it('handles an activity that comes twice once, and answers both times', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(atLevel3());
    for (const line of [`note ${number} Once`, `note ${number} Once`]) {
      const card = cardOf(await conversation.say('av3-agent', line, 'activity-1'), 'case');
      expect(card.banner?.text).toBe('Your note was added.');
    }
    const notes = (await conversation.case(number)).timeline.filter(({ kind }) => kind === 'noted');
    expect(notes).toHaveLength(1);
    // A claim that comes twice is not told that the case is taken.
    await conversation.press('av3-gatekeeper', 'case.claim', { case: number }, 'activity-2');
    const again = await conversation.press('av3-gatekeeper', 'case.claim', { case: number }, 'activity-2');
    expect(cardOf(again, 'case').case.assignee).toBe('av3-gatekeeper');
  });

  it('checks permissions again, whatever the button says (AC-2)', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(atLevel3());
    const refused = refusalOf(
      await conversation.press('av2-other', 'case.claim', { case: number, version: '9' }),
    );
    expect(refused.code).toBe('not-permitted');
    expect(refused.params['who']).toContain('Av3 Gatekeeper');
  });

  it("says if the case wasn't found", async () => {
    const conversation = new Conversation(registry);
    for (const line of ['case cs9', 'note cs9 hello', 'claim cs9', 'escalate cs9', 'resolve cs9']) {
      expect(refusalOf(await conversation.say('av3-agent', line))).toMatchObject({
        code: 'no-such-case',
        params: { number: 'CS0000009' },
      });
    }
  });

  it('asks which case is meant if the number is missing, and keeps the rest', async () => {
    const conversation = new Conversation(registry);
    const number = await conversation.hold(aCase());
    const form = formOf(await conversation.say('av2-agent', 'note Called the customer'));
    expect(form.others[0]).toMatchObject({
      title: number,
      data: { case: number, text: 'Called the customer' },
    });
    const card = cardOf(await conversation.send('av2-agent', form, { case: 'cs1' }), 'case');
    expect(card.case.timeline.at(-1)).toMatchObject({ kind: 'noted', text: 'Called the customer' });
  });
});
