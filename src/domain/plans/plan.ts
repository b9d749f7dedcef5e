import type { Entry } from '../kernel/entry';
import type { Day, Span } from '../metrics/days';
import { scopeKey } from '../metrics/question-key';
import type { Measure, Scope, SharedScope } from '../metrics/summary';

/** A measure in a month beside its goal, as it was when the plan learned of it; `met` of `count`, which is not 0. */
export interface MonthFigure {
  readonly month: Span;
  /** The month had not ended when the figure was taken. */
  readonly soFar?: true;
  readonly count: number;
  readonly met: number;
  /** The goal in words, and its percent. */
  readonly goal: string;
  readonly goalPercent: number;
  /** What is counted, in the plural; cases where it is absent. */
  readonly unit?: string;
}

/** The missed goal that a plan is about. */
export interface MissedGoal extends MonthFigure {
  /** The numbers of the cases behind it that were furthest from the goal, the worst first; a few. */
  readonly worst: readonly string[];
}

/** What is planned: what, who, by when (an ISO date that itself counts, rule BT-6). */
export interface Planned {
  readonly what: string;
  readonly who: string;
  readonly byWhen: Day;
}

/** What happens to a plan. It begins with `opened`, and with `asked` or `planned` in the same act. */
export type PlanEvent =
  | {
      readonly kind: 'opened';
      readonly measure: Measure['key'];
      readonly scope: SharedScope;
      readonly missed: MissedGoal;
    }
  /** Casekeeper asked the owner. */
  | { readonly kind: 'asked' }
  /** Written, or written anew: the latest holds. */
  | ({ readonly kind: 'planned' } & Planned)
  /** A later month missed the goal too. */
  | { readonly kind: 'missed-again'; readonly figure: MonthFigure }
  /** The date passed, the goal not met; the owner was told. */
  | { readonly kind: 'overdue'; readonly byWhen: Day }
  /** By a later month's figure, or said by a person with why. */
  | { readonly kind: 'met'; readonly figure: MonthFigure }
  | { readonly kind: 'met' | 'withdrawn'; readonly why: string };

export type PlanEntry = Exclude<Entry<PlanEvent>, { kind: 'opened' }>;

/**
 * What the owner of a measure does about a missed goal (rule ME-8). Its id is AP and seven digits. The entries only
 * grow (rule RE-1), and what it is now is read from them.
 */
export interface ActionPlan {
  readonly id: string;
  readonly measure: Measure['key'];
  readonly scope: SharedScope;
  readonly missed: MissedGoal;
  /** The timeline behind its opening. */
  readonly entries: readonly PlanEntry[];
  readonly timeline: readonly Entry<PlanEvent>[];
}

/** What its owners are told: that a plan is asked for, that what was planned is overdue, or that the goal is met. */
export type PlanTopic = 'asked' | 'overdue' | 'met';

export type PlanState = 'asked' | 'planned' | 'met' | 'withdrawn';

const entryOf = <K extends PlanEntry['kind']>({ entries }: ActionPlan, ...kinds: readonly K[]) =>
  entries.findLast((entry): entry is Extract<PlanEntry, { kind: K }> =>
    (kinds as readonly string[]).includes(entry.kind),
  );

/** Closed for good once it is met or withdrawn; asked while nothing is planned. */
export function stateOf(plan: ActionPlan): PlanState {
  const closed = closingOf(plan);
  if (closed !== undefined) return closed.kind;
  return plannedIn(plan) === undefined ? 'asked' : 'planned';
}

/** The entry that closed it; undefined while it is open. */
export const closingOf = (plan: ActionPlan) => entryOf(plan, 'met', 'withdrawn');
export const isOpen = (plan: ActionPlan): boolean => closingOf(plan) === undefined;
/** What is planned now: the latest revision. */
export const plannedIn = (plan: ActionPlan) => entryOf(plan, 'planned');
/** The figure of the latest month that it knows of. */
export const latestFigure = ({ missed, entries }: ActionPlan): MonthFigure =>
  entries
    .flatMap((entry) => ('figure' in entry ? [entry.figure] : []))
    .reduce<MonthFigure>((latest, figure) => (figure.month >= latest.month ? figure : latest), missed);
/** How often it was written: what a form says that it shows. */
export const revisionOf = ({ entries }: ActionPlan): number =>
  entries.filter(({ kind }) => kind === 'planned').length;

/** Whether Casekeeper asked for it; else a person wrote it of their own accord. */
export const isAskedFor = ({ entries }: ActionPlan): boolean => entries[0]?.kind === 'asked';

/** A scope as its plans are kept: group keys are the same however they are written. */
export const planScopeKey = (scope: Scope): string => scopeKey(scope).toLowerCase();

/** One plan of a key may be open at a time. */
export const planKey = ({ measure, scope }: Pick<ActionPlan, 'measure' | 'scope'>): string =>
  `${measure} ${planScopeKey(scope)}`;
