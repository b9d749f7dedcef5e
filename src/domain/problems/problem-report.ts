import { TypedForm, type Typed } from '../kernel/text/typed-form';
import { is, isNot, type Read } from '../kernel/text/typed-text';
import type { Entry } from '../kernel/entry';
import type { Person, PersonId } from '../directory/directory';
import { roomOf, SMALL_RECORD_SIZE } from '../kernel/record-size';
import { no, ok, refusal, type Refusal, type Result } from '../kernel/refusal';

/** Where a problem was met: the kind of conversation and its id. */
export interface MetIn {
  readonly kind: 'personal' | 'channel' | 'group-chat';
  readonly conversationId: string;
}

/** What the program office answered; the person who reported is told of each. */
interface ProblemAnswer {
  readonly text: string;
  readonly by: PersonId;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly cause: string;
}

/** A problem with the system itself, as a person reported it (rule AC-6). `id` is PB and seven digits. */
export interface ProblemReport {
  readonly id: string;
  readonly person: PersonId;
  /** As the directory has it, or as Teams does for who is not in it. */
  readonly name: string;
  readonly at: number;
  readonly cause: string;
  readonly metIn: MetIn;
  readonly text: string;
  /** Of the fault that was met, by which the log's entry is found. */
  readonly reference?: string;
  /** Only grows; a report without one is open. */
  readonly answers: readonly ProblemAnswer[];
  readonly timeline: readonly Entry<ProblemEvent>[];
}

/** What happens to a report. */
export type ProblemEvent =
  | {
      readonly kind: 'reported';
      readonly name: string;
      readonly metIn: MetIn;
      readonly text: string;
      readonly reference?: string;
    }
  | { readonly kind: 'answered'; readonly text: string };

export const isProgramOffice = ({ roles }: Person): boolean => roles.includes('program-office');

/** Why a person may not read and answer what was reported. */
export const problemsPrecondition = (person: Person): Refusal | undefined =>
  isProgramOffice(person)
    ? undefined
    : refusal('not-permitted', { action: 'Reported problems', who: 'the program office' });

const readReference = (typed: string): Read<string> => {
  const reference = typed.toUpperCase();
  return /^[2-9A-HJKMNP-Z]{4}$/u.test(reference)
    ? is(reference)
    : isNot(
        "A reference has four letters and digits, for example 7F3K. Leave it empty if you don't have one.",
      );
};

/** What is said of a problem. */
type Said = Pick<ProblemReport, 'text' | 'reference'>;

/** What was typed of a problem: the fields `text` and `reference`. */
export function readProblem(typed: Typed): Result<Said> {
  const form = new TypedForm(typed);
  const missing = 'Describe what happened, and what you did before it.';
  const text = form.requiredText('text', 'What happened', missing);
  const reference = form.optional('reference', readReference);
  const read = form.complete({ text });
  if (!read.ok) return read;
  return ok({ text: read.value.text, ...(reference === undefined ? {} : { reference }) });
}

/** What is kept of a problem that a person reports. */
export const reportProblem = (said: Said, by: Person, metIn: MetIn): ProblemEvent => ({
  kind: 'reported',
  name: by.name === '' ? 'Someone without a name in Teams' : by.name,
  metIn,
  ...said,
});

/** Answers a report (the field `answer`). Nothing that was said before is changed. */
export function answerProblem(
  { id, timeline }: ProblemReport,
  typed: Typed,
  by: Person,
): Result<readonly ProblemEvent[]> {
  const denied = problemsPrecondition(by);
  if (denied !== undefined) return no(denied);
  if (roomOf(timeline, SMALL_RECORD_SIZE) === 'none') return no(refusal('record-full', { what: id }));
  const form = new TypedForm(typed);
  const missing = 'Write what you found, or what to do.';
  const text = form.requiredText('answer', 'The answer', missing);
  const read = form.complete({ text });
  return read.ok ? ok([{ kind: 'answered', text: read.value.text }]) : read;
}
