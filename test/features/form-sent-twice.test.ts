import type { Field, Form } from '../../src/cards/shared/card-value';
import type { Outcome } from '../../src/commands/command';
import { registryOf } from '../../src/commands/registry';
import { changeOf } from '../../src/domain/cases/change';
import type { CaseEvent } from '../../src/domain/cases/timeline';
import { allCommands } from '../../src/features/all-commands';
import type { Conversation } from '../support/conversation';
import { formsOf } from '../support/form-scenes';
import { newCaseInputs } from '../support/new-case-inputs';

const registry = registryOf(allCommands);
const COMMANDS = allCommands.filter((command) => 'form' in command);
const KNOWN: Readonly<Record<string, string>> = newCaseInputs();

/** Something that the field may take. */
function filling({ id, kind, value, choices = [] }: Field): string {
  if (KNOWN[id] !== undefined) return KNOWN[id];
  if (value !== '') return value;
  if (kind === 'date') return '2026-11-20';
  if (kind === 'toggle') return 'true';
  return choices[0]?.value ?? 'Seen in WebVLIPS on 2 November 2026: 12 on hand';
}
const filled = ({ sections }: Form): Readonly<Record<string, string>> =>
  Object.fromEntries(sections.flatMap(({ fields }) => fields.map((field) => [field.id, filling(field)])));

/** All that is on record; of an API key everything but the key itself. */
async function recordOf(talk: Conversation): Promise<string> {
  const numbers = ['CS0000001', 'CS0000002', 'CS0000003'];
  return JSON.stringify([
    await Promise.all(numbers.map((number) => talk.cases.get(number))),
    await Promise.all(['MR1', 'MR2', 'MR3'].map((id) => talk.memberships.get(id))),
    await Promise.all(['PB0000001', 'PB0000002', 'PB0000003'].map((id) => talk.problems.get(id))),
    await Promise.all(['AP0000001', 'AP0000002', 'AP0000003'].map((id) => talk.plans.get(id))),
    await talk.customers.contactsOf({ kind: 'DoDAAC', code: 'W25G1V' }, 10),
    (await talk.apiKeys.list()).map(({ system, revokedAt }) => [system, revokedAt]),
    talk.directories.current().groups,
    talk.directories.current().people,
  ]);
}

/** A form or a refusal has done nothing. */
const isDone = (outcome: Outcome): boolean => outcome.kind === 'reply' && outcome.reply.card.card !== 'form';

const LATER: readonly CaseEvent[] = [
  { kind: 'reopened', why: 'It is the wrong part.' },
  { kind: 'par-submitted', par: { number: 'PAR-77777777', kind: 'other', ipg: 'other' } },
  { kind: 'par-withdrawn', number: 'PAR-77777777', why: 'No longer needed.' },
  { kind: 'interim-sent', text: 'By telephone.', word: { by: 'telephone' } },
  { kind: 'reassigned', group: 'po2', level: 2, to: 'po2-agent', why: 'It is theirs.' },
];

/** Others work the first case: what it says of itself is all another than it was. */
async function moveOn(talk: Conversation): Promise<void> {
  const read = await talk.cases.get('CS0000001');
  if (read === undefined) throw new Error('There is no first case');
  const act = { by: 'po2-agent', at: talk.now, cause: 'others-later' };
  await talk.cases.save(read.version, changeOf(read.state, LATER, act, talk.context()));
}

const bannerOf = (outcome: Outcome): string | undefined =>
  outcome.kind === 'reply' && outcome.reply.card.card === 'case'
    ? outcome.reply.card.banner?.text
    : undefined;

const done = new Set<string>();
const saidAgain = new Set<string>();

it.each(COMMANDS.map(({ verb, keepsAnswer = false }) => ({ verb, keepsAnswer })))(
  'The form of $verb takes effect once when it is sent twice, one after the other or at the same instant (CA-11)',
  async ({ verb, keepsAnswer }) => {
    for (const { form, again } of await formsOf(verb, registry)) {
      const [once, twice, atOnce] = [await again(), await again(), await again()];
      const before = await recordOf(once.talk);
      const answer = await once.send(form, filled(form));
      const record = await recordOf(once.talk);
      if (!isDone(answer)) continue;
      if (record !== before) done.add(verb);

      await twice.send(form, filled(form));
      const second = await twice.send(form, filled(form));
      expect(await recordOf(twice.talk)).toBe(record);
      await Promise.all([atOnce.send(form, filled(form)), atOnce.send(form, filled(form))]);
      expect(await recordOf(atOnce.talk)).toBe(record);
      // Where the record keeps no cause the answer is kept by the process, above this.
      if (!keepsAnswer) expect(second).toEqual(answer);

      // Made of the case as the first press left it, not of what others made of it since.
      const first = bannerOf(answer);
      if (first === undefined || record === before) continue;
      saidAgain.add(verb);
      await moveOn(twice.talk);
      const third = bannerOf(await twice.send(form, filled(form)));
      expect(third?.replace(/ on \d Nov 2026, \d\d:\d\d EST\./, ' on that day.')).toBe(
        `You already did this on that day. The reply was: “${first}” The case has changed since then. This is how it is now.`,
      );
    }
  },
);

it('The forms sent twice include enough forms that change something', () => {
  expect([...done].length).toBeGreaterThan(15);
  expect([...saidAgain].length).toBeGreaterThan(15);
});
