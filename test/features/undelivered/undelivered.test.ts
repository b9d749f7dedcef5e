import { caseDelivery } from '../../../src/cards/cases/case-delivery';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import type { UndeliveredNotification } from '../../../src/ports/dead-letters';
import { cardOf, Conversation, refusalOf } from '../../support/conversation';

const registry = registryOf(allCommands);
const HOUR = 3_600_000;
const says = (topic: string): string => caseDelivery.topics[topic] ?? topic;

const lost: UndeliveredNotification = {
  id: 'CS0000007/arrival/av3',
  of: 'CS0000007',
  says: says('arrival'),
  to: { kind: 'group', group: 'av3' },
  state: 'dead',
  waitedMs: 75 * HOUR,
  why: 'too-long',
  reference: '7F3K',
};
const parked: UndeliveredNotification = {
  id: 'CS0000008/told/2/av2-agent',
  of: 'CS0000008',
  says: says('told'),
  to: { kind: 'person', person: 'av2-agent' },
  state: 'parked',
  waitedMs: 20 * 60_000,
};

function withUndelivered(...held: UndeliveredNotification[]): Conversation {
  const conversation = new Conversation(registry);
  conversation.deadLetters = {
    standing: (limit) => Promise.resolve(held.slice(0, limit)),
    sendAgain: (id) => {
      const at = held.findIndex((notification) => notification.id === id);
      if (at >= 0) held.splice(at, 1);
      return Promise.resolve(at >= 0);
    },
    sendAllAgain: () => Promise.resolve(held.splice(0).length),
  };
  return conversation;
}

describe('The list of undelivered notifications', () => {
  it('shows a record in quarantine, and can try it again', async () => {
    const ill: UndeliveredNotification = {
      id: 'case:CS0000009',
      of: 'CS0000009',
      to: { kind: 'posts' },
      state: 'dead',
      waitedMs: HOUR,
      why: 'clocks',
      reference: 'K2P9',
    };
    const list = cardOf(await withUndelivered(ill).say('po-agent', 'undelivered'), 'list');
    expect(list.rows).toEqual([
      {
        title: 'CS0000009 · In quarantine',
        subtitle:
          "Its clocks can't be calculated, so nobody gets its alerts. Give your administrator the reference.",
        facts: ['waiting 1 h', 'reference K2P9'],
        tone: 'attention',
        button: { title: 'Try again', verb: 'undelivered.list', data: { again: 'case:CS0000009' } },
      },
    ]);
  });

  it('says for each one what it is, for whom, since when, and why, with the log reference', async () => {
    const list = cardOf(await withUndelivered(lost, parked).say('po-agent', 'undelivered'), 'list');
    expect(list.rows).toEqual([
      {
        title: 'CS0000007 · New case in the group',
        subtitle: "Teams didn't accept it for too long.",
        facts: ['For aviation av3', 'waiting 3 days 3 h', 'reference 7F3K'],
        tone: 'attention',
        button: { title: 'Send again', verb: 'undelivered.list', data: { again: lost.id } },
      },
      {
        title: 'CS0000008 · Case notification',
        subtitle: "The person hasn't used Casekeeper yet. It will be sent once they write to it.",
        facts: ['For Av2 Agent', 'waiting 20 min'],
        tone: 'warning',
        button: { title: 'Send again', verb: 'undelivered.list', data: { again: parked.id } },
      },
    ]);
    expect(list.buttons.map(({ title }) => title)).toEqual(['Send all again']);
  });

  it('sends one again by its button, and says so if it no longer exists', async () => {
    const conversation = withUndelivered(lost, parked);
    const press = () => conversation.press('po-agent', 'undelivered.list', { again: lost.id });
    const list = cardOf(await press(), 'list');
    expect(list.intro).toMatch(/being sent again/);
    expect(list.rows).toHaveLength(1);
    expect(cardOf(await press(), 'list').intro).toMatch(/no longer here/);
  });

  it.each(['undelivered send again', 'undelivered notifications send all again', 'undelivered send again'])(
    'sends all of them again when you type “%s”',
    async (line) => {
      const conversation = withUndelivered(lost, parked);
      const answer = cardOf(await conversation.say('po-agent', line), 'message');
      expect(answer.text).toMatch(/^2 notifications are being sent again, missed clocks first\./);
      expect(answer.buttons.map(({ title }) => title)).toEqual(['Undelivered notifications']);
      const again = cardOf(await conversation.say('po-agent', line), 'list');
      expect(again).toMatchObject({ intro: 'There was nothing to send again.', rows: [], buttons: [] });
    },
  );

  it('shows the ten oldest and says that there are more', async () => {
    const many = Array.from({ length: 12 }, (_, i) => ({ ...lost, id: `n${i}` }));
    const list = cardOf(await withUndelivered(...many).say('po-agent', 'undelivered'), 'list');
    expect(list.rows).toHaveLength(10);
    expect(list.more).toContain('The first 10 are shown.');
  });

  it('is shown only to the program office (AC-2)', async () => {
    const conversation = withUndelivered(lost);
    for (const person of ['av3-supervisor', 'av2-agent']) {
      expect(refusalOf(await conversation.say(person, 'undelivered send again'))).toMatchObject({
        code: 'not-permitted',
        params: { who: 'the program office' },
      });
    }
    expect(await conversation.deadLetters.standing(10)).toHaveLength(1);
  });
});
