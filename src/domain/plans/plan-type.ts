import { z } from 'zod/v4';
import type { Entry } from '../kernel/entry';
import { draftsOfAdded, KERNEL_FIELDS, kernelIndexes } from '../kernel/record-type';
import type { NotificationDraft, RecordType } from '../kernel/record-type';
import { wordsOfTexts } from '../kernel/text/search-words';
import type { DomainContext } from '../kernel/domain-context';
import { remindAt } from './by-when';
import { remindOfPlan } from './follow-plan';
import { measureRow } from '../metrics/measures';
import { isAskedFor, isOpen, planKey, plannedIn, planScopeKey } from './plan';
import type { ActionPlan, PlanEntry, PlanEvent } from './plan';
import { ownersOf } from './plan-owner';

const askKey = (plan: ActionPlan): string => `${planKey(plan)} ${plan.missed.month}`;
const isEntry = (entry: Entry<PlanEvent>): entry is PlanEntry => entry.kind !== 'opened';

/**
 * An action plan (rule ME-8): one open plan a measure and scope, asked for once a month. `openFor` and `openScope` are there
 * while it is open, `asked` where Casekeeper asked for it.
 */
export const planType: RecordType<ActionPlan, PlanEvent> = {
  name: 'plan',
  noun: 'action plan',
  prefix: 'AP',
  digits: 7,
  evolve: (id, timeline) => {
    const [first] = timeline;
    if (first?.kind !== 'opened') throw new Error(`The timeline of ${id} doesn't begin with its opening`);
    const { measure, scope, missed } = first;
    return { id, measure, scope, missed, entries: timeline.filter(isEntry), timeline };
  },
  timelineOf: ({ timeline }) => timeline,
  notifications: (before, after, context) =>
    draftsOfAdded(before?.timeline, after.timeline, (entry, index) => told(entry, index, after, context)),
  nextDueAt: remindAt,
  due: (plan, { now }) => remindOfPlan(plan, now),
  index: {
    fields: { ...KERNEL_FIELDS, isOpen: 'boolean', openFor: 'string', openScope: 'string', asked: 'string' },
    indexes: [
      ...kernelIndexes('plan'),
      { name: 'plan_open', fields: ['isOpen'] },
      { name: 'plan_open_for', fields: ['openFor'], unique: true },
      { name: 'plan_open_scope', fields: ['openScope'] },
      { name: 'plan_asked', fields: ['asked'], unique: true },
    ],
    of: (plan) => {
      const open = isOpen(plan);
      return {
        isOpen: open,
        openFor: open ? planKey(plan) : undefined,
        openScope: open ? planScopeKey(plan.scope) : undefined,
        asked: isAskedFor(plan) ? askKey(plan) : undefined,
      };
    },
    words: (plan, id) => {
      const { who, what } = plannedIn(plan) ?? {};
      return wordsOfTexts([id, measureRow(plan.measure).name, plan.scope.name, plan.missed.month, who, what]);
    },
  },
  check: (plan) => void SHAPE.parse(plan),
  readOld: ({ plan }) => (plan === undefined ? undefined : fromPlan(plan as ActionPlan)),
};

const SHAPE = z.looseObject({
  measure: z.string(),
  scope: z.looseObject({ kind: z.string() }),
  missed: z.looseObject({
    month: z.string(),
    count: z.number(),
    met: z.number(),
    goal: z.string(),
    goalPercent: z.number(),
    worst: z.array(z.string()),
  }),
});

/** Each owner is told that a plan is asked for, that its date has passed, and that a month met the goal. */
function told(
  entry: Entry<PlanEvent>,
  index: number,
  { scope }: ActionPlan,
  { directory }: DomainContext,
): readonly NotificationDraft[] {
  const isTold =
    entry.kind === 'asked' || entry.kind === 'overdue' || (entry.kind === 'met' && 'figure' in entry);
  if (!isTold) return [];
  return ownersOf(scope, directory).map(({ id: person }) => ({
    topic: entry.kind,
    to: { kind: 'person', person },
    entry: index,
  }));
}

/** A plan as versions before 2 kept it: what it is about beside its entries. */
function fromPlan(plan: ActionPlan) {
  const { id, measure, scope, missed, entries } = plan;
  const { at, by, cause } = entries[0] ?? { at: 0, by: '', cause: '' };
  const timeline = [{ kind: 'opened', measure, scope, missed, at, by, cause } as const, ...entries];
  return { id, timeline, nextDueAt: remindAt(plan) };
}
