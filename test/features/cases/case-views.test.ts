import { renderCard } from '../../../src/cards/shared/render';
import type { Outcome } from '../../../src/commands/command';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, details, escalated, opened, type Happened } from '../../support/cases';
import { cardOf, Conversation, fieldsOf, formOf, refusalOf } from '../../support/conversation';
import { nodesOf, textOf } from '../../support/card-nodes';
import { aWorld, DAY, START } from '../../support/site';

const registry = registryOf(allCommands);

/** The content of an outcome's card as it is drawn now. */
function drawn(outcome: Outcome, now = START): object {
  if (outcome.kind === 'refusal') throw new Error(outcome.refusal.code);
  return renderCard(outcome.reply.card, aWorld(now)).content;
}
const seen = (outcome: Outcome, now = START): string => textOf(drawn(outcome, now));
const titles = (outcome: Outcome): readonly unknown[] =>
  nodesOf(drawn(outcome))
    .filter(({ type }) => type === 'Action.Execute')
    .map(({ title }) => title);

async function withCase(...events: readonly Happened[]) {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase(...events));
  return conversation;
}

describe("The view of a case's clocks", () => {
  it.each(['clocks cs1', 'explain clocks CS0000001'])(
    'explains each step after the line: %s (CK-1, BT-2)',
    async (line) => {
      const conversation = await withCase();
      const text = seen(await conversation.say('av2-agent', line));
      expect(text).toContain('Interim response');
      expect(text).toContain('Created at Level 2');
      expect(text).toContain('no more than 2 business days (CK-1: DLAM 3000.05 E4 2.f');
      expect(text).toContain('nothing: no weekend or holiday falls in between');
      expect(text).toContain('Sat 7 Nov, Sun 8 Nov, Wed 11 Nov (Veterans Day)');
      expect(text).toContain('Wed 4 Nov, 09:00 EST');
      expect(text).toContain('2 days of business time left');
    },
  );

  it('opens from a button beside the clocks on the case card (CK-1)', async () => {
    const conversation = await withCase();
    const card = await conversation.say('av2-agent', 'cs1');
    expect(titles(card)).toContain('Explain clocks');
    const pressed = await conversation.press('av2-agent', 'case.clocks', { case: 'CS0000001', page: '1' });
    expect(cardOf(pressed, 'clocks').case.number).toBe('CS0000001');
  });

  it('says what was missed, who met what, and what is no longer due (CK-11, AS-3)', async () => {
    const conversation = await withCase(
      opened(),
      { kind: 'interim-sent', text: 'x', at: START + 3 * DAY, by: 'av2-agent' },
      { ...escalated('av3'), at: START + 3 * DAY + 1 },
      {
        kind: 'reassigned',
        group: 'av3b',
        level: 3,
        why: 'x',
        at: START + 3 * DAY + 2,
        by: 'av3-gatekeeper',
      },
    );
    const running = seen(await conversation.say('av2-agent', 'clocks cs1'), START + 7 * DAY);
    expect(running).toMatch(/⚠ Missed, .* of business time ago/u);
    const text = seen(await conversation.say('av2-agent', 'clocks cs1 2'), START + 7 * DAY);
    expect(text).toMatch(/⚠ Met late by 1 day of business time: .*entry 2 by Av2 Agent: Interim response/u);
    expect(running).toMatch(/– No longer due: .*entry 4 by Av3 Gatekeeper/u);
  });

  it("asks which case, and says if it wasn't found", async () => {
    const conversation = await withCase();
    expect(fieldsOf(formOf(await conversation.say('av2-agent', 'clocks'))).has('case')).toBe(true);
    expect(refusalOf(await conversation.say('av2-agent', 'clocks cs77')).code).toBe('no-such-case');
  });
});

describe("The view of a case's history", () => {
  const long = 'All of it. '.repeat(150).trim();

  it('shows every entry in order: who, when, and everything written (RE-1)', async () => {
    const conversation = await withCase(
      opened(),
      { kind: 'noted', text: `${long} END`, by: 'av2-agent' },
      {
        kind: 'closed',
        text: 'Bye.',
        longLead: { reason: 'No source.', alternative: 'Local purchase.' },
        by: 'av2-supervisor',
      },
    );
    const text = seen(await conversation.say('av2-agent', 'history cs1'));
    const inOrder = [
      'Created at Level 2',
      'Account: DoDAAC W25G1V',
      'Description: When does the O-ring ship?',
      'Note',
      `${long.slice(-40)} END`,
      'Closed',
      'Reason for the customer: No source.',
      'Alternative: Local purchase.',
    ].map((words) => text.indexOf(words));
    expect(inOrder).not.toContain(-1);
    expect(inOrder).toEqual(inOrder.toSorted((one, other) => one - other));
    expect(text).toContain('2 · Mon 2 Nov, 09:01 EST · Av2 Agent');
  });

  it('leads to later pages and back, by buttons and by typed line (RE-1)', async () => {
    const notes = Array.from({ length: 30 }, (_, index) => ({
      kind: 'noted' as const,
      text: `${index} ${long}`,
    }));
    const conversation = await withCase(opened(), ...notes);
    const first = await conversation.say('av2-agent', 'history cs1');
    expect(titles(first)).toEqual(['Later', 'Open case']);
    const later = nodesOf(drawn(first)).find(({ title }) => title === 'Later')?.['data'];
    const second = await conversation.press('av2-agent', 'case.history', later as Record<string, string>);
    expect(titles(second)).toEqual(['Earlier', 'Later', 'Open case']);
    const last = await conversation.say('av2-agent', 'history cs1 999');
    expect(titles(last)).toEqual(['Earlier', 'Open case']);
    expect(seen(last)).toContain('29 All of it.');
    for (const page of ['0', 'x', '9'.repeat(50), '1e3'])
      expect(seen(await conversation.say('av2-agent', `history cs1 ${page}`))).toContain('page 1 of');
  });
});

describe("The customer's other cases", () => {
  async function threeCases() {
    const conversation = await withCase(
      opened('av2', { details: details({ pr: '7000000001' }) }),
      { kind: 'resolved', notes: 'x' },
      { kind: 'closed', text: 'x' },
    );
    await conversation.hold(aCase(opened('av2', { details: details({ pr: '7000000002' }) })));
    await conversation.hold(aCase(opened('di2', { details: details({ pr: '7000000003' }) })));
    const other = details({ pr: '7000000004', account: { kind: 'CAGE', code: '1ABC2' } });
    await conversation.hold(aCase(opened('av2', { details: other })));
    return conversation;
  }

  it('are listed with the open ones first, whatever group has them (CA-3)', async () => {
    const conversation = await threeCases();
    const card = cardOf(await conversation.say('av2-agent', 'customer cs3'), 'list');
    expect(card.title).toBe('Customer of CS0000003');
    expect(card.intro).toContain('Account: DoDAAC W25G1V\nContact: Pat Customer · pat@example.mil');
    expect(card.rows.map(({ title }) => title.slice(0, 9))).toEqual(['CS0000002', 'CS0000001']);
    const pressed = await conversation.press('av2-agent', 'case.customer', { case: 'CS0000002', page: '1' });
    expect(cardOf(pressed, 'list').rows).toHaveLength(2);
    expect(titles(await conversation.say('av2-agent', 'cs2'))).toContain('Customer’s cases');
  });

  it('may not exist, and the card says so (CA-3)', async () => {
    const conversation = await threeCases();
    const text = seen(await conversation.say('av2-agent', 'customer cs4'));
    expect(text).toContain('This account has no other cases.');
  });

  it('are cut at what a card holds, with how to find the rest', async () => {
    const conversation = new Conversation(registry);
    for (let made = 0; made < 13; made += 1)
      await conversation.hold(aCase(opened('av2', { details: details({ pr: `70000001${10 + made}` }) })));
    const card = cardOf(await conversation.say('av2-agent', 'customer cs1'), 'list');
    expect(card.rows).toHaveLength(10);
    expect(card.more).toContain('find W25G1V');
  });
});
