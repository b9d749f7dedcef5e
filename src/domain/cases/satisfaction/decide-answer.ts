import type { Case } from '../case';
import type { EntryOf, CaseEvent } from '../timeline';
import { TypedForm, type Typed } from '../../kernel/text/typed-form';
import type { FieldFault } from '../../kernel/refusal';
import type { DomainContext } from '../../kernel/domain-context';
import { DEGREES, isDissatisfied } from './degree';

type Answered = EntryOf<'satisfaction-answered'>;

/** Whether a case still takes the customer's answer (rule CL-7); once given it stands. */
export type AnswerState =
  | { readonly kind: 'open' }
  | { readonly kind: 'answered'; readonly answer: Answered }
  /** It is worked again: nothing is closed that could be answered for. */
  | { readonly kind: 'reopened' }
  | { readonly kind: 'not-asked' };

export function answerState({ timeline, state }: Case): AnswerState {
  const answer = timeline.find((entry): entry is Answered => entry.kind === 'satisfaction-answered');
  if (answer !== undefined) return { kind: 'answered', answer };
  if (!timeline.some(({ kind }) => kind === 'satisfaction-asked')) return { kind: 'not-asked' };
  return state === 'closed' ? { kind: 'open' } : { kind: 'reopened' };
}

/** What an answer comes to; faults stand at their fields. */
type AnswerDecision =
  | { readonly kind: 'happens'; readonly event: CaseEvent }
  | { readonly kind: 'faulty'; readonly faults: readonly FieldFault[] };

/**
 * Takes the customer's answer on a case whose `answerState` is open. Fields: `degree`, and `comment` where they like. Of
 * who is dissatisfied the supervisors of the group that closed the case are told (rule CL-7).
 */
export function decideAnswer(subject: Case, typed: Typed, { directory }: DomainContext): AnswerDecision {
  const form = new TypedForm(typed);
  const degree = form.choice('degree', 'The rating', DEGREES);
  if (form.raw('degree') === '') form.fault('degree', 'Choose how satisfied you are.');
  const comment = form.text('comment', 'The comment');
  const read = form.complete({ degree });
  if (!read.ok) return { kind: 'faulty', faults: read.refusal.faults };
  const supervisors = isDissatisfied(read.value.degree)
    ? (directory.group(subject.group)?.supervisors ?? [])
    : [];
  return {
    kind: 'happens',
    event: {
      kind: 'satisfaction-answered',
      degree: read.value.degree,
      ...(comment === undefined ? {} : { comment }),
      supervisors,
    },
  };
}
