import type { ActionPlan } from '../domain/plans/plan';
import type { World } from '../domain/world';
import { pressView } from './button-view';
import type { PressView } from './button-view';
import { markdown } from './escape-text';
import { planLine } from './plan-text';
import type { Color } from './tone-style';

/** An open action plan beneath its measure; a press opens it, where the card has room for that. */
export interface PlanView {
  readonly line: string;
  /** The colour goes with the sign and the words of what is wrong with it, never alone. */
  readonly color: Color;
  readonly isPressable: boolean;
  readonly press: PressView;
}

/** Room for who does it, in bytes: at the usual room, and at the least. Number, date and warning are never cut. */
const WHO = 80;
const LEAST_WHO = 24;
/** With less room than this the plans stand without their presses: the card of the measure opens them too. */
const PRESSABLE = 0.1;

/** The open plan of a measure as its one line: one or none (rule ME-8). `room` is the share of the usual length of names. */
export function planViews(
  plans: readonly ActionPlan[],
  measure: string,
  world: World,
  room: number,
): readonly PlanView[] {
  return plans
    .filter((plan) => plan.measure === measure)
    .map((plan) => {
      const { line, alert } = planLine(plan, world, Math.max(LEAST_WHO, WHO * room));
      const data = { plan: plan.id, page: '1' };
      return {
        line: markdown(line),
        color: alert === '' ? 'default' : 'attention',
        isPressable: room >= PRESSABLE,
        press: pressView({ title: line, verb: 'plan.list', data }),
      };
    });
}
