import type { DomainContext } from '../../domain/kernel/domain-context';
import type { Notification } from '../../domain/kernel/notification';
import { isOverdue } from '../../domain/plans/by-when';
import { latestFigure, stateOf, type ActionPlan, type PlanTopic } from '../../domain/plans/plan';
import type { DigestRow, RecordDelivery } from '../../ports/record-delivery';
import { measureName, monthName, percentOf, planLine } from './plan-text';
import { titleOf, toneOf } from './plan.card';
import { planSubject } from './plan-subject';

/** How notifications about action plans are delivered, each to one of the owners. */
export const planDelivery: RecordDelivery<ActionPlan> = {
  topics: {
    asked: 'Action plan requested',
    overdue: 'Action plan overdue',
    met: 'Action plan met',
  } satisfies Record<PlanTopic, string>,
  card: ({ topic }, plan) => ({ card: 'plan', plan, may: true, told: topic as PlanTopic }),
  preference: () => 'plans',
  subject: planSubject,
  digestRow,
  digestOrder: 2,
  digestList: { typed: 'action plans', button: { title: 'Action plans', verb: 'plan.list', data: {} } },
};

/** What the notification says about a plan, if still true; else what the plan is now. One waiting for its owner stands out. */
function digestRow(
  { topic }: Notification,
  plan: ActionPlan,
  _reader: string,
  context: DomainContext,
): DigestRow {
  const { scope, id } = plan;
  const figure = latestFigure(plan);
  const { byWhen, who } = planLine(plan, context);
  const title = titleOf(plan, topic as PlanTopic, context);
  const isAsked = stateOf(plan) === 'asked';
  return {
    isNeeded: isAsked || isOverdue(plan, context.now),
    // Its date may pass, and its goal be met, before the digest comes.
    key: id,
    row: {
      title,
      subtitle: `${scope.name} · ${measureName(plan)}: ${percentOf(figure)} in ${monthName(figure.month)}`,
      facts: [
        ...(isAsked ? ['not written yet'] : byWhen === '' ? [] : [`by ${byWhen}`, who]),
        ...(title.includes(id) ? [] : [id]),
      ],
      tone: toneOf(plan, context),
      button: { title: 'Open', verb: 'plan.list', data: { plan: id, page: '1' } },
    },
  };
}
