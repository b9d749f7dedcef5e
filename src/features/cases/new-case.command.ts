import { caseReply } from '../../commands/case-reply';
import { prAlreadyOpen } from '../../commands/change-case';
import { refuse, reply } from '../../commands/command';
import type { Command, CommandContext, Outcome } from '../../commands/command';
import { sentInput } from '../../commands/inputs';
import type { Case } from '../../domain/cases/case';
import { openCase } from '../../domain/cases/change';
import { decideOpen } from '../../domain/cases/decide-open';
import type { CaseDetails } from '../../domain/cases/details';
import type { Happening } from '../../domain/cases/timeline';
import { refusal } from '../../domain/refusal';
import { newCaseForm } from './new-case-form';

type NewCase = Readonly<Record<string, string>>;

// A number is taken by another only if numbering and cases disagree; the next one is free then.
const TRIES = 4;

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
    const alike = await similarTo(opened.details, context);
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

const similarTo = ({ account, nsn, pr, requisition }: CaseDetails, { cases }: CommandContext) =>
  cases.similar({
    account: account.code,
    ...(nsn === undefined ? {} : { nsn }),
    ...(pr === undefined ? {} : { pr }),
    ...(requisition === undefined ? {} : { requisition }),
  });

async function insert(happenings: readonly Happening[], context: CommandContext): Promise<Outcome> {
  const act = { by: context.actor.id, at: context.now, cause: context.cause };
  for (let tried = 0; tried < TRIES; tried += 1) {
    const number = await context.cases.nextNumber();
    const change = openCase(number, happenings, act, context);
    const outcome = await context.cases.insert(change);
    switch (outcome.kind) {
      case 'saved':
        context.saved?.(number);
        return created(outcome.saved.case, context);
      case 'already-done': {
        const read = await context.cases.get(outcome.number);
        return read === undefined
          ? refuse(refusal('no-such-case', { number: outcome.number }))
          : created(read.case, context);
      }
      case 'pr-already-open':
        return refuse(prAlreadyOpen(change.case.details.pr ?? '', outcome.number));
      case 'conflict':
        break;
    }
  }
  throw new Error('No free case number was found');
}

const created = (made: Case, { actor }: CommandContext): Outcome =>
  caseReply(made, actor.id, `${made.number} was created.`);
