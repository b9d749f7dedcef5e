import { refusalText } from '../../../src/cards/shared/refusal-text';
import { renderCard } from '../../../src/cards/shared/render';
import type { Outcome } from '../../../src/commands/command';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { textOf } from '../../support/card-nodes';
import {
  cardOf,
  CHANNEL,
  Conversation,
  faultsOf,
  fieldsOf,
  formOf,
  refusalOf,
} from '../../support/conversation';
import { aWorld } from '../../support/site';

const registry = registryOf(allCommands);
const open = (): Conversation => new Conversation(registry);
const HOSTILE = '**b** <at>x</at> ${title} [a](javascript:alert(1)) \u202Eabc 🛩';

describe('Reporting a problem with Casekeeper', () => {
  it('is possible for anyone from where they are, and goes to the program office (AC-6)', async () => {
    const conversation = open();
    conversation.place = CHANNEL;
    const said = cardOf(await conversation.say('stranger', 'report problem It hangs.', 'c1'), 'message');
    expect(said.title).toBe('PB0000001: your report is with the program office');
    const saved = await conversation.problems.get('PB0000001');
    expect(saved?.state).toEqual({
      id: 'PB0000001',
      person: 'stranger',
      name: 'stranger of Teams',
      at: conversation.now,
      cause: 'c1',
      metIn: { kind: 'channel', conversationId: '19:channel@thread.tacv2' },
      text: 'It hangs.',
      answers: [],
      timeline: [expect.objectContaining({ kind: 'reported', by: 'stranger', text: 'It hangs.' })],
    });
    const [pending] = await conversation.problems.pending(10);
    expect(pending?.notifications.map(({ to }) => to)).toEqual(
      ['po-agent', 'po-other', 'po-gatekeeper', 'po-supervisor'].map((who) => ({
        kind: 'person',
        person: who,
      })),
    );
    expect(conversation.nudged).toEqual(['PB0000001']);
    // The same activity again is the same report.
    const again = cardOf(await conversation.say('stranger', 'report problem It hangs.', 'c1'), 'message');
    expect(again.title).toBe(said.title);
    expect(await conversation.problems.open(10)).toHaveLength(1);
  });

  describe('by a person who is not in the directory', () => {
    const HOUR = 3_600_000;
    const saidOf = (outcome: Outcome): string =>
      outcome.kind === 'refusal' ? outcome.refusal.code : cardOf(outcome, 'message').title.slice(0, 9);

    it('is possible three times an hour, with when the next one is possible (AC-6)', async () => {
      const conversation = open();
      for (const nth of [1, 2, 3]) {
        await conversation.say('stranger', `report problem It hangs, ${nth}.`);
        conversation.now += 60_000;
      }
      const refused = refusalOf(await conversation.say('stranger', 'report problem It hangs still.'));
      expect(refused).toMatchObject({ code: 'too-many-reports', params: { minutes: '57' } });
      expect(refusalText(refused).text).toContain('Try again in 57 minutes.');
      expect(await conversation.problems.open(10)).toHaveLength(3);
      conversation.now += HOUR - 3 * 60_000;
      expect(saidOf(await conversation.say('stranger', 'report problem It hangs.'))).toBe('PB0000004');
    });

    it('keeps what was typed in the form if it exceeds the limit (AC-6)', async () => {
      const conversation = open();
      for (const nth of [1, 2, 3]) await conversation.say('stranger', `report problem It hangs, ${nth}.`);
      const form = formOf(await conversation.press('stranger', 'problem.report', {}));
      const again = formOf(await conversation.send('stranger', form, { text: 'Once more.' }));
      expect(fieldsOf(again).get('text')?.value).toBe('Once more.');
      expect(again.refused).toContain('Try again in 60 minutes.');
    });

    it('stays limited even if thirty are sent at once (AC-6)', async () => {
      const conversation = open();
      const sent = await Promise.all(
        Array.from({ length: 30 }, (_, nth) =>
          conversation.say('stranger', 'report problem It hangs.', `c${nth}`),
        ),
      );
      expect(sent.filter((outcome) => saidOf(outcome) === 'too-many-reports')).toHaveLength(27);
      expect(await conversation.problems.open(40)).toHaveLength(3);
    });

    it('counts the same activity once, and each person separately (AC-6)', async () => {
      const conversation = open();
      for (let sent = 0; sent < 5; sent += 1)
        await conversation.say('stranger', 'report problem It hangs.', 'c1');
      expect(saidOf(await conversation.say('stranger', 'report problem It hangs.', 'c2'))).not.toBe(
        'too-many-reports',
      );
      for (const nth of [3, 4, 5, 6]) await conversation.say('other', 'report problem It hangs.', `c${nth}`);
      expect(saidOf(await conversation.say('stranger', 'report problem It hangs.', 'c7'))).not.toBe(
        'too-many-reports',
      );
    });
  });

  it('is not limited for people in the directory (AC-6)', async () => {
    const conversation = open();
    for (let sent = 0; sent < 6; sent += 1)
      await conversation.say('av2-agent', `report problem It hangs, ${sent}.`);
    expect(await conversation.problems.open(10)).toHaveLength(6);
  });

  it("includes the fault's reference, from its button or typed (AC-6)", async () => {
    const conversation = open();
    const form = formOf(await conversation.press('stranger', 'problem.report', { reference: '7F3K' }));
    expect(fieldsOf(form).get('reference')?.value).toBe('7F3K');
    expect(faultsOf(form)).toEqual({});
    await conversation.send('stranger', form, { text: 'The list was empty.' });
    const typed = formOf(await conversation.say('av2-agent', 'report problem reference 7f3k'));
    expect(fieldsOf(typed).get('reference')?.value).toBe('7F3K');
    await conversation.say('av2-agent', 'report problem Reference 2ABC, then CASE was empty');
    const reports = await conversation.problems.open(10);
    expect(reports.map(({ reference, text }) => [reference, text])).toEqual([
      ['7F3K', 'The list was empty.'],
      ['2ABC', 'Reference 2ABC, then CASE was empty'],
    ]);
  });

  it.each([
    ['nothing', { text: ' ' }, { text: 'Describe what happened, and what you did before it.' }],
    [
      'too much',
      { text: 'x'.repeat(2_001) },
      { text: 'What happened has 2001 characters. Shorten it to 2000 or fewer.' },
    ],
    [
      'a reference that is none',
      { text: 'It hangs.', reference: '<at>' },
      {
        reference:
          "A reference has four letters and digits, for example 7F3K. Leave it empty if you don't have one.",
      },
    ],
  ])('with %s is refused at the field, and what was typed stays (AC-6)', async (_what, typed, faults) => {
    const conversation = open();
    const form = formOf(await conversation.say('nobody', 'report problem'));
    const back = formOf(await conversation.send('nobody', form, typed));
    expect(faultsOf(back)).toEqual(faults);
    expect(fieldsOf(back).get('text')?.value.trim()).toBe(typed.text.trim());
    expect(await conversation.problems.open(10)).toEqual([]);
  });
});

describe('A reported problem', () => {
  it('is listed for the program office and answered from there, and every answer stays (AC-6)', async () => {
    const conversation = open();
    await conversation.say('nobody', 'report problem It hangs.');
    await conversation.say('stranger', 'report problem It is slow.');
    const list = cardOf(await conversation.say('po-agent', 'problems'), 'list');
    expect(list.rows.map(({ title }) => title)).toEqual([
      'PB0000001: Nobody',
      'PB0000002: stranger of Teams',
    ]);
    const shown = cardOf(
      await conversation.press('po-agent', 'problem.list', list.rows[1]?.button?.data),
      'message',
    );
    expect(shown.buttons[0]).toMatchObject({ title: 'Answer', data: { problem: 'PB0000002' } });
    const form = formOf(await conversation.press('po-agent', 'problem.answer', shown.buttons[0]?.data));
    expect(form.intro).toContain('It is slow.');
    expect(faultsOf(formOf(await conversation.send('po-agent', form)))).toEqual({
      answer: 'Write what you found, or what to do.',
    });
    const answered = cardOf(
      await conversation.send('po-agent', form, { answer: 'Clear the cache.' }),
      'message',
    );
    expect(answered.text).toContain('Answered by Po Agent');
    await conversation.say('po-other', 'answer problem pb2 Or restart.', 'c9');
    await conversation.say('po-other', 'answer problem pb2 Or restart.', 'c9');
    const saved = await conversation.problems.get('PB0000002');
    expect(saved?.state.answers.map(({ by, text }) => [by, text])).toEqual([
      ['po-agent', 'Clear the cache.'],
      ['po-other', 'Or restart.'],
    ]);
    expect(cardOf(await conversation.say('po-agent', 'problems'), 'list').rows).toHaveLength(1);
  });

  it('answered by two people at once keeps both answers and shows both people the true state (AC-6)', async () => {
    const conversation = open();
    await conversation.say('nobody', 'report problem It hangs.');
    const both = await Promise.all(
      ['po-agent', 'po-other'].map((who) => conversation.say(who, `answer problem PB1 By ${who}.`)),
    );
    const texts = both.map((outcome) => cardOf(outcome, 'message').text);
    expect(texts.some((text) => text.includes('By po-agent.') && text.includes('By po-other.'))).toBe(true);
    const pending = (await conversation.problems.pending(10)).flatMap(({ notifications }) => notifications);
    expect(pending.filter(({ topic }) => topic === 'answered')).toHaveLength(2);
  });

  it('can be read and answered only by the program office, and read by its reporter (AC-6)', async () => {
    const conversation = open();
    await conversation.say('nobody', 'report problem It hangs.');
    for (const line of ['problems', 'problem PB1', 'problem PB7', 'answer problem PB1 x']) {
      const refused = refusalOf(await conversation.say('av2-agent', line));
      expect(refused).toMatchObject({ code: 'not-permitted', params: { who: 'the program office' } });
    }
    const own = cardOf(await conversation.say('nobody', 'problem pb 1'), 'message');
    expect(own.title).toBe('PB0000001 is waiting for the program office');
    expect(refusalOf(await conversation.say('po-agent', 'problem PB7')).code).toBe('no-such-problem');
    expect(refusalOf(await conversation.say('po-agent', 'answer problem PB7 x')).code).toBe(
      'no-such-problem',
    );
  });

  it('is asked for if an answer names none, keeps the text, and can be given by a bare number (AC-6)', async () => {
    const conversation = open();
    await conversation.say('nobody', 'report problem It hangs.');
    const asked = formOf(await conversation.say('po-agent', 'answer problem'));
    expect(asked.title).toBe('Answer: which report?');
    expect(asked.others[0]).toEqual({
      title: 'PB0000001',
      verb: 'problem.answer',
      data: { problem: 'PB0000001' },
    });
    const wrong = formOf(await conversation.say('po-agent', 'answer problem soon'));
    expect(faultsOf(wrong)['problem']).toContain('PB0000012');
    const answered = cardOf(await conversation.say('po-agent', 'answer problem 1 It is mended.'), 'message');
    expect(answered.text).toContain('It is mended.');
  });

  it('says where and when it occurred, and shows hostile text as text (AC-6)', async () => {
    const conversation = open();
    conversation.place = CHANNEL;
    await conversation.directories.bindChannel('av2', { conversationId: '19:channel@thread.tacv2' });
    await conversation.press('nobody', 'problem.report', { text: HOSTILE, submitted: 'yes' });
    const shown = cardOf(await conversation.say('po-agent', 'problem PB1'), 'message');
    expect(shown.text).toContain('2 Nov 2026, 09:00 EST, in the channel of aviation av2');
    const { content, mentions } = renderCard(shown, aWorld());
    expect(mentions).toEqual([]);
    expect(textOf(content)).toContain('**b** ‹at>x‹/at> ${title} [a](javascript:alert(1)) abc 🛩');
  });
});
