import { renderCard } from '../../src/cards/shared/render';
import { outcomeCard } from '../../src/commands/outcome-card';
import { registryOf } from '../../src/commands/registry';
import { allCommands } from '../../src/features/all-commands';
import { aCase, details, escalated, opened, type Happened } from '../support/cases';
import { cardOf, Conversation, formOf } from '../support/conversation';
import { aWorld, DAY, MINUTE, START } from '../support/site';

const registry = registryOf(allCommands);
const STATUS: Happened = { kind: 'status-sent', text: 'It ships soon.', word: { by: 'telephone' } };
const RESOLVED: Happened = { kind: 'resolved', notes: 'Told.' };
const REOPENED: Happened = { kind: 'reopened', why: 'The wrong part.' };

async function talkAbout(...happened: Happened[]) {
  const talk = new Conversation(registry);
  await talk.hold(aCase(...happened));
  return talk;
}

/** The titles of a card's buttons as they are drawn, and the text of a message. */
async function answerTo(talk: Conversation, line: string, by = 'av2-agent') {
  const card = outcomeCard(await talk.say(by, line));
  if (card.card !== 'message') throw new Error(`A ${card.card} card`);
  return { text: card.text, titles: card.buttons.map(({ title }) => title) };
}

describe('The message owed to a customer', () => {
  it.each([
    ['before any', [opened()], 'Send interim response'],
    ['after a status that met the interim response', [opened(), STATUS], 'Send status'],
    ['after a reopening', [opened(), RESOLVED, REOPENED], 'Send status'],
  ] as const)('is the main button on the card %s (CK-1, CK-4)', async (_name, happened, title) => {
    const talk = await talkAbout(...happened);
    const card = cardOf(await talk.say('av2-agent', 'cs1'), 'case');
    const drawn = JSON.stringify(renderCard(card, aWorld()).content);
    const main: unknown[] = [];
    JSON.parse(drawn, (_key, value: { style?: string; title?: string } | null) => {
      if (value?.style === 'positive') main.push(value.title);
      return value;
    });
    // Teams and older clients each have the button once.
    expect([...new Set(main)]).toEqual([title]);
    expect(drawn.includes('Send interim response')).toBe(title === 'Send interim response');
  });

  it('is offered as an interim response while that is missed (CK-1)', async () => {
    const talk = await talkAbout(opened());
    talk.now += 9 * DAY;
    expect(formOf(await talk.say('av2-agent', 'interim cs1')).title).toContain('Interim response');
  });

  it.each([
    ['is already met', 'its interim response is already met', [opened(), STATUS]],
    [
      'is not due again after a reopening',
      'no new interim response is due after a reopening',
      [opened(), RESOLVED, REOPENED],
    ],
  ] as const)(
    'leads to Send status when an interim response is asked for that %s (CK-1)',
    async (_why, said, of) => {
      const { text, titles } = await answerTo(await talkAbout(...of), 'interim cs1');
      expect(text).toContain(`${said}. Nothing was changed. Send the customer a status`);
      expect(titles[1]).toBe('Send status');
    },
  );

  it('leads to Correct if no customer is waiting, because the customer may have written (CA-10, CK-4)', async () => {
    const quiet = opened('av2', { details: details({ externalContact: false }) });
    for (const line of ['status cs1', 'interim cs1']) {
      const { text, titles } = await answerTo(await talkAbout(quiet), line);
      expect(text).toContain('If the customer has written or called, correct the case: choose Yes');
      expect(titles).toEqual(['Open CS0000001', 'Correct', 'Escalate', 'Resolve', 'Help']);
    }
  });
});

describe('Asking the supervisors again (L3-3)', () => {
  it('says that they were already asked, when, by whom, and what for', async () => {
    const talk = await talkAbout(opened(), escalated());
    talk.now += 9 * DAY;
    const first = formOf(await talk.say('av2-agent', 'ask supervisors cs1'));
    expect(first.intro).not.toContain('already');
    await talk.send('av2-agent', first, { text: 'We need a date by Friday.' });
    const again = formOf(await talk.say('av2-agent', 'ask supervisors cs1'));
    expect(again.intro).toContain(
      'Av2 Agent already asked them on 11 Nov 2026, 09:00 EST: “We need a date by Friday.”',
    );
  });
});

describe('A case whose closing waits for approval (CL-5)', () => {
  const until = '2027-03-01';
  const resolved: Happened = { kind: 'resolved', notes: 'It ships.', date: until };
  const asked: Happened = {
    ...{ kind: 'closing-asked', text: 'It ships.', reason: 'No stock.', until },
    supervisors: ['av2-supervisor'],
  };

  it.each([
    ['av2-agent', false],
    ['av2-supervisor', true],
  ])('offers Close to %s: %s', async (by, isOffered) => {
    const talk = await talkAbout(opened(), resolved, asked);
    const card = cardOf(await talk.say(by, 'cs1'), 'case');
    expect(JSON.stringify(renderCard(card, aWorld()).content).includes('"Close"')).toBe(isOffered);
    expect((await answerTo(talk, 'escalate cs1', by)).text.includes(' Close')).toBe(isOffered);
  });
});

describe('A command without its case', () => {
  const offeredBy = async (talk: Conversation, line: string, by = 'av2-agent') =>
    formOf(await talk.say(by, line)).others.map(({ title }) => title);

  it('offers only the cases that it is possible on now', async () => {
    const talk = new Conversation(registry);
    const of = (pr: string) => opened('av2', { details: details({ pr }) });
    for (const pr of ['7000000001', '7000000002', '7000000003', '7000000004']) await talk.hold(aCase(of(pr)));
    await talk.hold(aCase(of('7000000005'), RESOLVED));
    expect(await offeredBy(talk, 'close')).toEqual(['CS0000005', 'Cancel']);
    expect(await offeredBy(talk, 'resolve')).toEqual(['CS0000001', 'CS0000002', 'CS0000003', 'Cancel']);
    expect(await offeredBy(talk, 'reopen')).toEqual(['CS0000005', 'Cancel']);
  });

  it('is offered none where it is possible on none, which is said', async () => {
    const talk = await talkAbout(opened());
    for (const line of ['recall', 'acknowledge', 'approve', 'claim', 'par done']) {
      expect(await offeredBy(talk, line)).toEqual(['Cancel']);
      expect(formOf(await talk.say('av2-agent', line)).intro).toBe(
        'None of your cases allows this now. To use another case, enter its number.',
      );
    }
    talk.now += 9 * DAY;
    expect(await offeredBy(talk, 'acknowledge')).toEqual(['CS0000001', 'Cancel']);
    expect(formOf(await talk.say('cic-agent', 'show')).intro).toBe('Enter a case number.');
  });

  it('is offered closed cases where these are reopened, the one that was closed last first', async () => {
    const talk = new Conversation(registry);
    const closed = (minutes: number): Happened => ({
      ...{ kind: 'closed', text: 'It shipped.' },
      at: START + minutes * MINUTE,
    });
    await talk.hold(aCase(opened(), RESOLVED, closed(9)));
    await talk.hold(aCase(opened(), RESOLVED, closed(5)));
    expect(await offeredBy(talk, 'reopen')).toEqual(['CS0000001', 'CS0000002', 'Cancel']);
    await talk.hold(aCase(opened(), RESOLVED));
    // Of the group, too; what is resolved and not closed yet comes first.
    expect(await offeredBy(talk, 'reopen', 'av2-other')).toEqual([
      ...['CS0000003', 'CS0000001', 'CS0000002', 'Cancel'],
    ]);
    expect(await offeredBy(talk, 'note')).toEqual(['CS0000003', 'Cancel']);
  });

  it("offers the group's cases if the person has none of their own", async () => {
    const talk = await talkAbout(opened('av2', { assignee: undefined }));
    expect(await offeredBy(talk, 'assign', 'av2-gatekeeper')).toEqual(['CS0000001', 'Cancel']);
    expect(await offeredBy(talk, 'note', 'cic-agent')).toEqual(['Cancel']);
  });
});

describe('A record that a form offers', () => {
  /** What the buttons of a drawn form send along, by their titles. */
  async function inputsBy(talk: Conversation, person: string, line: string) {
    const drawn = renderCard(cardOf(await talk.say(person, line), 'form'), aWorld()).content;
    const { actions } = drawn as { actions: readonly { title: string; associatedInputs: string }[] };
    return Object.fromEntries(actions.map(({ title, associatedInputs }) => [title, associatedInputs]));
  }
  const OTHERS = { Continue: 'auto', Cancel: 'none' };

  it('can be pressed while the number is empty, because its button sends no inputs', async () => {
    const talk = await talkAbout(opened());
    for (const line of ['note It shipped.', 'escalate', 'show'])
      expect(await inputsBy(talk, 'av2-agent', line)).toEqual({ CS0000001: 'none', ...OTHERS });
    await talk.say('nobody', 'join av2');
    for (const line of ['approve request', 'decline request'])
      expect(await inputsBy(talk, 'av2-gatekeeper', line)).toEqual({ MR1: 'none', ...OTHERS });
    await talk.send('nobody', formOf(await talk.say('nobody', 'report problem')), { text: 'It is slow.' });
    expect(await inputsBy(talk, 'po-agent', 'answer problem')).toEqual({ PB0000001: 'none', ...OTHERS });
  });
});
