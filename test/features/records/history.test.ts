import { renderCard } from '../../../src/cards/shared/render';
import { refusalText } from '../../../src/cards/shared/refusal-text';
import type { Outcome } from '../../../src/commands/command';
import { textOf } from '../../support/card-nodes';
import { cardOf, CHANNEL, formOf, refusalOf } from '../../support/conversation';
import type { Conversation } from '../../support/conversation';
import { openConversation } from '../../support/open-conversation';
import { aWorld } from '../../support/site';
import { ask, site } from '../plans/plan-talk';
import { inChannelOf } from '../reports/report-talk';

const HOSTILE = '**b** <at>x</at> ${title} \u202Eabc';
const seen = (outcome: Outcome): string => textOf(renderCard(cardOf(outcome, 'history'), aWorld()).content);
/** The code of the refusal, and the number that it names. */
const refusedOf = (outcome: Outcome) => refusalOf(outcome).params['id'];

/** The words stand in the text one after another. */
function expectInOrder(text: string, ...words: readonly string[]): void {
  const places = words.map((word) => text.indexOf(word));
  expect([words, places]).toEqual([words, places.toSorted((one, other) => one - other)]);
  expect([text, places.includes(-1)]).toEqual([text, false]);
}

async function reported(text = 'My queue was empty.'): Promise<Conversation> {
  const conversation = openConversation();
  await conversation.say('av2-agent', `report problem reference 7F3K ${text}`);
  await conversation.say('po-agent', 'answer problem PB1 It is corrected.');
  return conversation;
}

describe('The history of a problem report', () => {
  it('shows the reporter, the problem, and each answer to the reporter and the program office (AC-6)', async () => {
    const conversation = await reported();
    for (const reader of ['av2-agent', 'po-other']) {
      const text = seen(await conversation.say(reader, 'history PB0000001'));
      expectInOrder(
        text,
        'History of PB0000001',
        'in a personal chat',
        'Problem reported by Av2 Agent',
        'Met in a personal chat · reference 7F3K',
      );
      expectInOrder(text, 'My queue was empty.', 'Po Agent', 'Answered', 'It is corrected.');
    }
  });

  it("looks like one that doesn't exist to anyone else (AC-6)", async () => {
    const conversation = await reported();
    const other = refusalOf(await conversation.say('av2-supervisor', 'history PB0000001'));
    const none = refusalOf(await conversation.say('av2-supervisor', 'history PB0000009'));
    expect(other).toEqual({ ...none, params: { ...none.params, id: 'PB0000001' } });
    expect(refusalText(none)).toEqual({
      title: 'Problem report PB0000009 not found',
      text: expect.stringContaining('written like PB0000001'),
    });
  });

  it('accepts its number with fewer zeros, and keeps hostile text harmless', async () => {
    const conversation = await reported(HOSTILE);
    const text = seen(await conversation.say('av2-agent', 'history pb1'));
    expect(text).toContain('History of PB0000001');
    expect(text).not.toContain('<at>');
    expect(text).toContain('${title}');
  });

  it('names a person who is not in the directory by their Teams name', async () => {
    const conversation = openConversation();
    await conversation.say('stranger', 'report problem It hangs.');
    expect(seen(await conversation.say('po-agent', 'history PB0000001'))).toContain('stranger of Teams');
  });

  it('leads to the report', async () => {
    const conversation = await reported();
    const { subject } = cardOf(await conversation.say('av2-agent', 'history PB0000001'), 'history');
    const { verb, data } = subject?.open ?? { verb: '', data: {} };
    expect(cardOf(await conversation.press('av2-agent', verb, data), 'message').title).toContain('PB0000001');
  });
});

describe('The history of a membership request', () => {
  async function declined(): Promise<Conversation> {
    const conversation = openConversation();
    await conversation.say('di2-agent', 'join av2');
    await conversation.say('av2-gatekeeper', 'decline request MR1 Ask Distribution first.');
    return conversation;
  }

  it('shows who asked, who answered, and how, to the requester and the people who may answer (AC-3)', async () => {
    const conversation = await declined();
    for (const reader of ['di2-agent', 'av2-supervisor', 'po-agent']) {
      const text = seen(await conversation.say(reader, 'history MR1'));
      expectInOrder(text, 'Di2 Agent asks to join aviation av2', 'Av2 Gatekeeper', 'Declined');
      expect(text).toContain('Ask Distribution first.');
    }
  });

  it("looks like one that doesn't exist to anyone else (AC-3)", async () => {
    const conversation = await declined();
    const other = refusalOf(await conversation.say('av2-agent', 'history MR1'));
    const none = refusalOf(await conversation.say('av2-agent', 'history MR9'));
    expect(other).toEqual({ ...none, params: { ...none.params, id: 'MR1' } });
    expect(refusalText(none).title).toBe('Membership request MR9 not found');
  });

  it('leads to the requests', async () => {
    const conversation = await declined();
    for (const reader of ['di2-agent', 'av2-gatekeeper']) {
      const { subject } = cardOf(await conversation.say(reader, 'history MR1'), 'history');
      const { verb, data } = subject?.open ?? { verb: '', data: {} };
      expect(cardOf(await conversation.press(reader, verb, data), 'list').title).toBe('Membership requests');
    }
  });
});

describe('The history of an action plan', () => {
  it('shows the missed goal and what was asked and planned to anyone (ME-8)', async () => {
    const talk = await site();
    await ask(talk);
    const form = formOf(await talk.say('analyst', 'action plan level 2 and 3 crt aviation'));
    await talk.send('analyst', form, { what: 'Two more agents.', who: 'Kim Lee', byWhen: '2026-12-01' });
    const { id } = (await talk.plans.open(10)).find(({ state }) => state.entries.length > 1) ?? { id: '' };
    const text = seen(await talk.say('di2-agent', `history ${id}`));
    expectInOrder(
      text,
      `History of ${id}`,
      'Goal missed',
      'October 2026',
      'Plan requested',
      'Planned: Kim Lee',
    );
    expect(text).toContain('Two more agents.');
    expect(refusalText(refusalOf(await talk.say('di2-agent', 'history AP0000099'))).title).toBe(
      'Action plan AP0000099 not found',
    );
  });
});

describe('The history of a report order', () => {
  it('shows who ordered and ended it, only in its own conversation (ME-7)', async () => {
    const conversation = await inChannelOf('av2');
    await conversation.say('av2-gatekeeper', 'report monthly aviation');
    await conversation.say('av2-supervisor', 'report stop');
    const text = seen(await conversation.say('av2-agent', 'history RO1'));
    expectInOrder(text, 'Av2 Gatekeeper', 'Ordered', 'Av2 Supervisor', 'Ended');
    expect(text).toContain('Monthly report of Aviation');
    conversation.place = openConversation().place;
    expect(refusedOf(await conversation.say('av2-gatekeeper', 'history RO1'))).toBe('RO1');
  });

  it('shows that a report was posted and when the next is due', async () => {
    const conversation = openConversation();
    await conversation.say('av2-agent', 'review aviation 2026-11-03');
    const text = seen(await conversation.say('av2-agent', 'history RO1'));
    expectInOrder(
      text,
      'Report of Aviation for the review of 3 November 2026',
      'Posted: the report of October 2026',
    );
    conversation.place = CHANNEL;
    expect(refusalText(refusalOf(await conversation.say('av2-agent', 'history RO1'))).title).toBe(
      'Report order RO1 not found',
    );
  });
});

it('A number with letters that no kind of record has is answered as before', async () => {
  const conversation = openConversation();
  expect(refusalOf(await conversation.say('av2-agent', 'history XX0000009')).code).toBe('no-such-case');
  expect(refusalOf(await conversation.say('av2-agent', 'history cs9')).params['number']).toBe('CS0000009');
});
