import type { ProblemNotice } from './problem-notice';
import { TypedForm, type Typed } from '../kernel/text/typed-form';
import { is, isNot, TEXT_LIMITS, type Read } from '../kernel/text/typed-text';
import type { Directory, Person, PersonId } from '../directory/directory';
import { roomOf, SMALL_RECORD_SIZE } from '../kernel/record-size';
import { refusal, type Refusal } from '../kernel/refusal';
import { no, ok, type Result } from '../kernel/result';

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
}

/** A report as it is to be saved, with the notices that the change makes, in one write. */
export interface ProblemChange {
  readonly report: ProblemReport;
  readonly notices: readonly ProblemNotice[];
}

interface Act {
  readonly at: number;
  readonly cause: string;
}

const isProgramOffice = ({ roles }: Person): boolean => roles.includes('program-office');

/** Why a person may not read and answer what was reported. */
export const barredFromProblems = (person: Person): Refusal | undefined =>
  isProgramOffice(person)
    ? undefined
    : refusal('not-permitted', { action: 'Reported problems', who: 'the program office' });

const readReference = (typed: string): Read<string> => {
  const reference = typed.toUpperCase();
  return /^[2-9A-HJKMNP-Z]{4}$/u.test(reference)
    ? is(reference)
    : isNot('A reference has four letters and digits, as 7F3K. Leave it empty where you have none.');
};

/** What is said of a problem. */
type Said = Pick<ProblemReport, 'text' | 'reference'>;

/** What was typed of a problem: the fields `text` and `reference`. */
export function readProblem(typed: Typed): Result<Said> {
  const form = new TypedForm(typed);
  const missing = 'Say what happened, and what you did before.';
  const text = form.requiredText('text', 'What happened', missing, TEXT_LIMITS.text);
  const reference = form.optional('reference', readReference);
  const read = form.complete({ text });
  if (!read.ok) return read;
  return ok({ text: read.value.text, ...(reference === undefined ? {} : { reference }) });
}

/** Keeps a problem; everyone of the program office but who reports it is told, each in their own chat. */
export function reportProblem(
  id: string,
  said: Said,
  by: Person,
  metIn: MetIn,
  { at, cause }: Act,
  directory: Directory,
): ProblemChange {
  const name = by.name === '' ? 'Someone without a name in Teams' : by.name;
  const report = { id, person: by.id, name, at, cause, metIn, ...said, answers: [] };
  const told = directory.people.filter((person) => isProgramOffice(person) && person.id !== by.id);
  return { report, notices: told.map((person) => noticeOf(report, 'reported', person.id, at)) };
}

/** Answers a report (the field `answer`); who reported it is told. Nothing that was said before is changed. */
export function answerProblem(
  report: ProblemReport,
  typed: Typed,
  by: Person,
  { at, cause }: Act,
): Result<ProblemChange> {
  const barred = barredFromProblems(by);
  if (barred !== undefined) return no(barred);
  if (roomOf(report.answers, SMALL_RECORD_SIZE) === 'none')
    return no(refusal('record-full', { what: report.id }));
  const form = new TypedForm(typed);
  const missing = 'Write what was found, or what to do.';
  const text = form.requiredText('answer', 'The answer', missing, TEXT_LIMITS.text);
  const read = form.complete({ text });
  if (!read.ok) return read;
  const answered = {
    ...report,
    answers: [...report.answers, { text: read.value.text, by: by.id, at, cause }],
  };
  return ok({ report: answered, notices: [noticeOf(answered, 'answered', report.person, at)] });
}

function noticeOf(
  { id: problem, answers }: ProblemReport,
  subject: ProblemNotice['subject'],
  person: PersonId,
  madeAt: number,
): ProblemNotice {
  const id = `${problem}/${subject}/${answers.length}/person:${person}`;
  return { id, problem, subject, to: { kind: 'person', person }, madeAt };
}
