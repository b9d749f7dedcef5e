import type { ActionPlan } from '../../domain/plans/plan';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { pressView } from '../shared/button-view';
import { planLine } from '../plans/plan-text';

/** Room for who does it, in bytes: at the usual room, and at the least. Number, date and warning are never cut. */
const WHO = 80;
const MIN_WHO = 24;
/** With less room than this a press is called by the plan's number alone. */
const WHOLE = 0.5;
/** With less room than this the plans stand without their presses: the card of the measure opens them too. */
const PRESSABLE = 0.1;

/**
 * The line of an open action plan beneath its measure (rule ME-8), "Action plan AP0000001: Kim Lee, by Fri 4 Dec 2026", and
 * what is wrong with it apart, as it is colored: "⚠ overdue", or nothing. `room` is the share of the usual length of names.
 */
export function planLineView(plan: ActionPlan, context: DomainContext, room: number) {
  const { line, alert } = planLine(plan, context, Math.max(MIN_WHO, WHO * room));
  return { said: alert === '' ? line : line.slice(0, -alert.length), alert };
}

/** The open plan of a measure, one or none; a press opens it, where the card has room for that. */
export function planPressViews(
  plans: readonly ActionPlan[],
  measure: string,
  context: DomainContext,
  room: number,
) {
  return plans
    .filter((plan) => plan.measure === measure)
    .map((plan) => {
      const view = planLineView(plan, context, room);
      const data = { plan: plan.id, page: '1' };
      // A screen reader says the title in the place of the line; a card that is full has room for the number alone.
      const title = room < WHOLE ? `Action plan ${plan.id}` : `${view.said}${view.alert}`;
      return {
        ...view,
        isPressable: room >= PRESSABLE,
        press: pressView({ title, verb: 'plan.list', data }),
      };
    });
}
