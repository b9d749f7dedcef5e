import { z } from 'zod/v4';
import type { ListRow } from '../../cards/shared/card-value';
import { measureName, monthName, percentOf, planLine } from '../../cards/plans/plan-text';
import { readSharedScope } from '../../commands/resolve/shared-scope';
import { refuse, reply, type Command, type CommandContext, type Outcome } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { optional } from '../../commands/forms/inputs';
import { moreThan, ROWS_SHOWN } from '../../commands/list-length';
import { worstPlansFirst } from '../../domain/plans/plan-order';
import { isOverdue } from '../../domain/plans/by-when';
import { latestFigure, stateOf, type ActionPlan } from '../../domain/plans/plan';
import { planNumber, planThen } from './plan-number';
import { showPlan } from './show-plan';

/** More than a site has open: seven scopes of eight measures, and what groups write. */
const MAX_OPEN = 1_000;

interface PlansInput {
  readonly plan?: string | undefined;
  readonly scope: string;
  readonly page: string;
}

/** Lists the open action plans, those whose date has passed first, or shows one with its history; to anyone (rule ME-8). */
export const plansCommand: Command<PlansInput> = {
  verb: 'plan.list',
  title: 'Action plans',
  area: 'Metrics',
  typed: {
    words: ['action plans'],
    usage: 'action plans [scope]',
    summary: 'Open action plans, overdue ones first: all, or those for the enterprise, an MSC, or a group.',
    example: 'action plans aviation',
    read: (rest): Record<string, string> => {
      if (rest === '') return {};
      return planNumber.safeParse(rest).success ? planThen()(rest) : { scope: rest };
    },
  },
  schema: z.object({ plan: planNumber.optional(), scope: optional, page: optional }),
  run: ({ plan, scope, page }, context) => {
    if (plan === undefined) return list(scope, context);
    return showPlan(plan, context, /^\d{1,4}$/u.test(page) ? Number(page) : 1);
  },
};

async function list(words: string, context: CommandContext): Promise<Outcome> {
  const { now, plans } = context;
  const scope = words === '' ? undefined : readSharedScope(words, context);
  if (scope?.ok === false) return refuse(scope.refusal);
  const open =
    scope === undefined
      ? (await plans.open(MAX_OPEN)).map(({ state: plan }) => plan)
      : await plans.openFor(scope.value);
  const late = open.filter((plan) => isOverdue(plan, now)).length;
  const sorted = worstPlansFirst(open, now);
  return reply({
    card: 'list',
    title: `Action plans${scope === undefined ? '' : ` · ${scope.value.name}`}`,
    ...(open.length === 0
      ? {}
      : { intro: `${open.length} open, ${late} overdue. Each stays open until its goal is met.` }),
    rows: sorted.slice(0, ROWS_SHOWN).map((plan) => rowOf(plan, context)),
    empty: 'No action plans are open.',
    ...moreThan(open.length, 'Add the enterprise, an MSC, or a group to see only its plans.'),
    buttons: [button('Metrics', 'metrics.show'), button('New action plan', 'plan.new')],
  });
}

function rowOf(plan: ActionPlan, context: CommandContext): ListRow {
  const figure = latestFigure(plan);
  const { who, byWhen } = planLine(plan, context);
  const overdue = isOverdue(plan, context.now);
  const asked = stateOf(plan) === 'asked';
  return {
    title: `${plan.id} · ${plan.scope.name}`,
    subtitle: `${measureName(plan)}: ${percentOf(figure)} in ${monthName(figure.month)}`,
    facts: asked ? ['not written yet'] : [`${overdue ? 'overdue: ' : ''}by ${byWhen}`, who],
    tone: overdue ? 'attention' : asked ? 'warning' : 'plain',
    button: button('Open', 'plan.list', { plan: plan.id, page: '1' }),
  };
}
