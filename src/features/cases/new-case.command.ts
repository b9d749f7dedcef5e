import { caseReply } from '../../commands/case-reply';
import { prAlreadyOpen } from '../../commands/change-case';
import { refuse, reply } from '../../commands/command';
import type { Command, CommandContext, Outcome } from '../../commands/command';
import { sentInput } from '../../commands/inputs';
import { insertCase, similarTo } from '../../commands/insert-case';
import { whereOf } from '../../commands/where-of';
import type { Case } from '../../domain/cases/case';
import { decideOpen } from '../../domain/cases/decide-open';
import type { Happening } from '../../domain/cases/timeline';
import { newCaseForm } from './new-case-form';

type NewCase = Readonly<Record<string, string>>;

/** Creates a case: everything validated at once, cases that look the same shown first (rules AC-1, CA-1 to CA-5). */
export const newCaseCommand: Command<NewCase> = {
  verb: 'case.new',
  title: 'New case',
  area: 'Cases',
  typed: {
    words: ['create new case', 'create case', 'open a case', 'new case'],
    usage: 'new case',
    summary: 'Opens the form of a new case.',
    example: 'new case',
    read: (rest): Record<string, string> => (rest === '' ? {} : { description: rest }),
  },
  schema: sentInput,
  form: (given, context, reopening = false) => {
    const decided = decideOpen(given, context.actor, context);
    const barred = !reopening && !decided.ok && decided.refusal.faults.length === 0;
    return Promise.resolve(barred ? decided.refusal : newCaseForm(given, context));
  },
  run: async (input, context) => {
    const acknowledged = (input['acknowledged'] ?? '').split(',').filter((number) => number !== '');
    const decided = decideOpen({ ...input, linkedTo: acknowledged.join(',') }, context.actor, context);
    if (!decided.ok) return refuse(decided.refusal);
    const [opened] = decided.value;
    if (opened?.kind !== 'opened') throw new Error('A new case did not begin with its opening');
    const alike = await similarTo(opened.details, context.cases);
    // The activity came twice: the case that it made is among them.
    const made = alike.find(({ timeline }) => timeline[0]?.cause === context.cause);
    if (made !== undefined) return created(made, context);
    // With its PR on another open case it cannot be created all the same (rule ES-6): that is said first.
    const { pr } = opened.details;
    const holder = pr === undefined ? undefined : alike.find(({ details }) => details.pr === pr);
    if (holder !== undefined) return refuse(prAlreadyOpen(pr ?? '', holder.number));
    if (alike.some(({ number }) => !acknowledged.includes(number))) {
      return reply({ card: 'form', form: newCaseForm(input, context, alike) });
    }
    return insert(decided.value, context);
  },
};

async function insert(happenings: readonly Happening[], context: CommandContext): Promise<Outcome> {
  const where = whereOf(context.place, context.directory);
  const act = { by: context.actor.id, cause: context.cause, where };
  const inserted = await insertCase(happenings, act, context, context.cases);
  if (inserted.kind === 'pr-already-open') return refuse(prAlreadyOpen(inserted.pr, inserted.holder));
  if (inserted.kind === 'made') context.saved?.(inserted.case.number);
  return created(inserted.case, context);
}

const created = (made: Case, { actor }: CommandContext): Outcome =>
  caseReply(made, actor.id, `${made.number} was created.`);
