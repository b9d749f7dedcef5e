import { registryOf } from '../../../src/commands/registry';
import { renderCard } from '../../../src/cards/shared/render';
import { projectAccount } from '../../../src/domain/customers/account-record';
import { projectContact } from '../../../src/domain/customers/contact-record';
import { problemType } from '../../../src/domain/problems/problem-type';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, details } from '../../support/cases';
import { textOf } from '../../support/card-nodes';
import { cardOf, Conversation, formOf } from '../../support/conversation';
import { MIB } from '../../support/large-case';
import { aWorld } from '../../support/site';

const registry = registryOf(allCommands);
const { account, contact } = details();
const ENTRIES = 40;
const act = (nth: number) => ({ by: 'cic-agent', at: nth, cause: `cause-${nth}` });
const whyOf = (megabytes: number): string => 'x'.repeat(Math.floor((megabytes * MIB) / ENTRIES) - 200);
const all = Array.from({ length: ENTRIES }, (_, nth) => nth + 2);

/** A contact and an account whose records have about so many megabytes. */
async function withCustomer(megabytes: number) {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase());
  const known = await conversation.customers.record(account, contact, act(1));
  const corrected = all.map(
    (nth) => ({ ...act(nth), kind: 'corrected', from: contact, to: contact, why: whyOf(megabytes) }) as const,
  );
  const grown = projectContact(account, [...known.contact.timeline, ...corrected]);
  expect(await conversation.customers.saveContact(known.version, grown)).toBe('saved');
  const saved = await conversation.customers.account(account);
  if (saved === undefined) throw new Error('The account was not recorded');
  const named = all.map((nth) => ({ ...act(nth), kind: 'named', to: 'A', why: whyOf(megabytes) }) as const);
  const renamed = projectAccount(account, [...saved.account.timeline, ...named]);
  expect(await conversation.customers.saveAccount(saved.version, renamed)).toBe(true);
  return conversation;
}

/** A reported problem that was answered again and again. */
async function withProblem(megabytes: number) {
  const conversation = new Conversation(registry);
  const metIn = { kind: 'personal', conversationId: 'a:1' } as const;
  const reported = { ...act(1), kind: 'reported', name: 'A', metIn, text: 'It broke.' } as const;
  const answers = all.map((nth) => ({ ...act(nth), kind: 'answered', text: whyOf(megabytes) }) as const);
  const id = 'PB0000001';
  const state = problemType.evolve(id, [{ ...reported, by: 'av2-agent' }, ...answers]);
  await conversation.problems.insert({ id, state, notifications: [] });
  return conversation;
}

describe('A growing record other than a case', () => {
  it('shows a warning for a contact, then refuses corrections and can still be viewed (RE-1)', async () => {
    const nearly = await withCustomer(1.6);
    const form = formOf(await nearly.say('cic-agent', 'correct contact cs1'));
    const card = cardOf(
      await nearly.send('cic-agent', form, { contactName: 'Pat C', why: 'Married.' }),
      'case',
    );
    expect(card.banner?.text).toContain(
      'This record has reached 1.6 MB of 2 MB. At the limit, nothing more can be added.',
    );
    const full = await withCustomer(2.1);
    const refused = formOf(await full.send('cic-agent', form, { contactName: 'Pat C', why: 'Married.' }));
    expect(refused.refused).toContain('The record of this contact is full');
    cardOf(await full.say('cic-agent', 'customer cs1'), 'list');
  });

  it('shows a warning for an account, then refuses names and can still be viewed (RE-1)', async () => {
    const nearly = await withCustomer(1.6);
    const form = formOf(await nearly.say('cic-agent', 'correct account W25G1V'));
    const list = cardOf(await nearly.send('cic-agent', form, { name: 'B', why: 'Married.' }), 'list');
    expect(list.intro).toContain('This record has reached 1.6 MB of 2 MB');
    const full = await withCustomer(2.1);
    const refused = formOf(await full.send('cic-agent', form, { name: 'B', why: 'Married.' }));
    expect(refused.refused).toContain('The record of this account is full');
    cardOf(await full.say('cic-agent', 'customer W25G1V'), 'list');
  });

  it('shows a warning for a reported problem, then refuses answers and can still be viewed', async () => {
    const answered = { problem: 'PB0000001', answer: 'Look again.', submitted: 'yes' };
    const nearly = await withProblem(1.6);
    const card = cardOf(await nearly.press('po-agent', 'problem.answer', answered), 'message');
    expect(card.text).toContain('This record has reached 1.6 MB of 2 MB');
    const full = await withProblem(2.1);
    const refused = formOf(await full.press('po-agent', 'problem.answer', answered));
    expect(refused.refused).toContain('The record of PB0000001 is full');
    const shown = await full.say('po-agent', 'problems PB1');
    if (shown.kind === 'refusal') throw new Error(shown.refusal.code);
    expect(textOf(renderCard(shown.reply.card, aWorld()).content)).toContain('It broke.');
  });
});
