import { renderCard } from '../../../src/cards/shared/render';
import { registryOf } from '../../../src/commands/registry';
import { allCommands } from '../../../src/features/all-commands';
import { aCase, type Happened } from '../../support/cases';
import { cardOf, Conversation, faultsOf, fieldsOf, formOf } from '../../support/conversation';
import { faultsOfCard } from '../../support/card-faults';
import { aWorld } from '../../support/site';

const registry = registryOf(allCommands);
const par: Happened = { kind: 'par-submitted', par: { number: 'PAR-1', kind: 'status', ipg: 'I' } };
const resolved: Happened = { kind: 'resolved', notes: 'Ships.', date: '2027-03-01' };
const asked: Happened = {
  kind: 'closing-asked',
  text: 'Ships on Friday.',
  reason: 'No stock.',
  until: '2027-03-01',
  supervisors: ['av2-supervisor'],
};

/** Each form with its field of free text, who fills it, and the case and inputs that it needs. */
const FORMS = [
  ['case.par-follow-up', 'text', 'av2-agent', [par], {}],
  ['case.par-done', 'text', 'av2-agent', [par], { judged: 'adequate' }],
  ['case.par-withdraw', 'why', 'av2-agent', [par], {}],
  ['case.close', 'reason', 'av2-agent', [resolved], { text: 'Ships.' }],
  ['case.close', 'alternative', 'av2-agent', [resolved], { text: 'Ships.', reason: 'No stock.' }],
  ['case.decline', 'why', 'av2-supervisor', [resolved, asked], {}],
  ['case.reopen', 'why', 'av2-agent', [resolved], {}],
] as const;

const HOSTILE = '<at>Everyone</at> ${number} [x](https://x.example) **b** \u202Etxt 🚀';

async function send(verb: string, by: string, happened: readonly Happened[], typed: Record<string, string>) {
  const conversation = new Conversation(registry);
  await conversation.hold(aCase(...happened));
  return conversation.press(by, verb, { case: 'CS0000001', ...typed, submitted: 'yes' });
}

describe('The closing form', () => {
  it.each(FORMS)(
    '%s states the limit of its %s and keeps what was typed',
    async (verb, field, by, happened, more) => {
      const long = 'x'.repeat(2_001);
      const form = formOf(await send(verb, by, happened, { ...more, [field]: long }));
      expect(faultsOf(form)).toEqual({ [field]: expect.stringContaining('2000 or fewer') });
      expect(fieldsOf(form).get(field)?.value).toBe(long);
    },
  );

  it.each(FORMS)('%s keeps a hostile %s as text', async (verb, field, by, happened, more) => {
    const card = cardOf(await send(verb, by, happened, { ...more, [field]: HOSTILE }), 'case');
    const { content, mentions } = renderCard(card, aWorld());
    expect(faultsOfCard(content)).toEqual([]);
    expect(mentions).toEqual([]);
    expect(JSON.stringify(card.case.timeline.at(-1))).toContain('${number}');
  });
});
