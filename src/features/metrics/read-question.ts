import { refuse, type Outcome } from '../../commands/command';
import { nearestGroup } from '../../commands/group-named';
import { figuresPrecondition } from '../../domain/directory/metrics-of-person';
import { refusal, type Refusal } from '../../domain/kernel/refusal';
import type { MetricsQuestion } from '../../ports/metrics';
import { askWhich } from './ask-which';
import { questionsOf, readBoth, readWords, type Asking, type QuestionRead } from './read-words';

/** A line in words; or scope, period and measure apart, each in words or as a button carries it (`questionKeys`). */
export interface QuestionInput {
  readonly words: string;
  readonly scope: string;
  readonly period: string;
  readonly measure: string;
}

/** The question that was asked; or what is answered instead: which of several is meant, or why there is none. */
type QuestionAsked =
  { readonly ok: true; readonly value: MetricsQuestion } | { readonly ok: false; readonly outcome: Outcome };

/** How one asks, shown to whom asked otherwise. */
const EXAMPLES =
  'metrics aviation last month, metrics csat FY26, “how are we doing in distribution?”, or metrics me since 1 October';

/** Reads what was asked. Several questions are put as a choice; figures of a person go to who may see them (rule AC-5). */
export function questionAsked(input: QuestionInput, verb: string, asking: Asking): QuestionAsked {
  const read = input.words === '' ? readApart(input, asking) : readWords(input.words, asking);
  if (read.kind === 'again')
    return { ok: false, outcome: refuse(refusal('one-at-a-time', { part: read.again, examples: EXAMPLES })) };
  if (read.kind === 'not-understood')
    return { ok: false, outcome: refuse(whyNot(read.unknown, input, asking)) };
  const [question, ...others] = read.questions;
  if (others.length > 0)
    return { ok: false, outcome: askWhich(read.questions, { said: saidIn(input), verb }, asking) };
  const denied = questionPrecondition(question, asking);
  return denied === undefined ? { ok: true, value: question } : { ok: false, outcome: refuse(denied) };
}

/** Why a person's figures are not shown to who asks; undefined for any other scope. */
export const questionPrecondition = (
  { scope }: MetricsQuestion,
  { actor, directory }: Asking,
): Refusal | undefined =>
  scope.kind === 'person' ? figuresPrecondition(scope.key, actor, directory) : undefined;

function readApart({ scope, period, measure }: QuestionInput, asking: Asking): QuestionRead {
  const given = (text: string): string | undefined => (text === '' ? undefined : text);
  const said = { scope: given(scope), period: given(period), measure: given(measure) };
  const [first, ...others] = questionsOf(said, asking);
  return first === undefined
    ? { kind: 'not-understood', unknown: [] }
    : { kind: 'asked', questions: [first, ...others] };
}

const saidIn = ({ words, scope, period, measure }: QuestionInput): string =>
  words === '' ? [measure, scope, period].filter((said) => said !== '').join(' ') : words;

/** What was not understood, and how to say it: of a line its words, else the part that is none. */
function whyNot(unknown: readonly string[], input: QuestionInput, asking: Asking): Refusal {
  const both = readBoth(input.scope, input.period, asking);
  if (input.words === '' && !both.ok) return both.refusal;
  const part = (unknown.length > 0 ? unknown.join('” and “') : input.measure).slice(0, 120);
  const nearest = unknown.map((words) => nearestGroup(words, asking.directory)).find((key) => key !== '');
  return refusal('not-understood', { part, nearest: nearest ?? '', examples: EXAMPLES });
}
