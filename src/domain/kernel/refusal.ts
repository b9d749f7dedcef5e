/** A fault of one field: `field` is the id of the input, `message` says what is wrong and what would be right. */
export interface FieldFault {
  readonly field: string;
  readonly message: string;
}

/**
 * Every expected "no" has a code; its words are made in one place, `cards/refusal-text.ts`,
 * which fails to compile while a code has no words.
 */
export type RefusalCode =
  | 'faulty-fields' // params: count. Faults stand at their fields.
  | 'not-in-directory' // the person is not known to this site
  | 'not-permitted' // params: action, who (who could)
  | 'no-longer-member' // params: action, number, group, who (its gatekeepers)
  | 'no-such-case' // params: number
  | 'no-such-record' // params: what (the noun of its kind), id, example (an id of the kind)
  | 'no-such-group' // params: group, nearest
  | 'no-such-person' // params: person
  | 'wrong-state' // params: number, state, action, possible (verbs of what the person can do now, with commas), way (a sentence) where one of them leads on
  | 'par-keeps-open' // params: number, action, why (what is open, and what to do), possible as of wrong-state
  | 'already-assigned' // params: number, assignee, at; own where who asks is the assignee; possible where they can reassign it
  | 'changed-meanwhile' // params: number
  | 'changed-since' // params: number, who, what (the entry's words), at, action
  | 'case-full' // params: number, action
  | 'record-full' // params: what ("AP0000001", "the contact")
  | 'pr-already-open' // params: pr, number
  | 'not-a-channel' // the command needs a channel
  | 'group-of-the-case' // params: group: the case is there already
  | 'level-3-in-time' // params: number, and where a time runs: clock, from
  | 'nothing-to-escalate-to' // params: msc, level
  | 'no-such-command' // params: line
  | 'ambiguous' // params: what, candidates
  | 'bad-period' // params: period
  | 'one-at-a-time' // params: part, examples
  | 'not-understood' // params: part, nearest, examples
  | 'not-a-personal-chat' // the command shows what others must not read
  | 'api-key-exists' // params: system
  | 'no-api-key' // params: system
  | 'already-member' // params: group
  | 'request-answered' // params: request, how, who
  | 'no-such-request' // params: request
  | 'approval-pending' // params: number, who
  | 'no-such-problem' // params: problem
  | 'too-many-reports' // params: minutes
  | 'nothing-missed' // params: number
  | 'in-hand' // params: number, who, at; own where it is the person themself
  | 'no-such-plan' // params: plan
  | 'plan-closed' // params: plan, state
  | 'plan-changed' // params: plan
  | 'unreadable-record' // params: what (the name of its kind), reference
  | 'goal-not-missed'; // params: measure, scope, month, and the figure where there is one

/** A refusal is a value: a code with its parameters, and the faults of fields where there are any. */
export interface Refusal {
  readonly code: RefusalCode;
  readonly params: Readonly<Record<string, string>>;
  readonly faults: readonly FieldFault[];
}

/** Makes a refusal. */
export const refusal = (
  code: RefusalCode,
  params: Readonly<Record<string, string>> = {},
  faults: readonly FieldFault[] = [],
): Refusal => ({ code, params, faults });

/** Makes the refusal of a form in which fields are at fault. */
export const faulty = (faults: readonly FieldFault[]): Refusal =>
  refusal('faulty-fields', { count: String(faults.length) }, faults);

/** What a decision gives: a value, or a refusal that says why not and what would be right. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** Wraps a decided value. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Wraps a refusal as the result of a decision. */
export const no = (refusal: Refusal): Result<never> => ({ ok: false, refusal });
