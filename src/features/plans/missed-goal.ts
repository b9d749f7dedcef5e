import { measureName, monthName, percentOf } from '../../cards/plans/plan-text';
import type { CommandContext } from '../../commands/command';
import { readPeriod } from '../../domain/metrics/read-period';
import type { Scored } from '../../domain/metrics/scorecard';
import { zoneOf } from '../../domain/metrics/summary';
import { casesMissed, monthFigureOf } from '../../domain/plans/month-figure';
import type { MissedGoal } from '../../domain/plans/plan';
import { no, ok, refusal, type Result } from '../../domain/kernel/refusal';
import type { Subject } from './plan-subject';

const WORST = 5;

/** The value of a measure in its month; refused (`goal-not-missed`) if it met its goal or has nothing to count. */
export async function missedGoal(subject: Subject, context: CommandContext): Promise<Result<MissedGoal>> {
  const { measure, scope, month } = subject;
  const { directory, metrics, now, policies } = context;
  const period = readPeriod(month, now, zoneOf(scope, directory));
  if (!period.ok) return period;
  const { measures } = await metrics.scorecard({ scope, period: period.value });
  const scored = measures.find((one): one is Scored => one.key === measure);
  const soFar = period.value.before > now;
  const figure = scored && monthFigureOf(month, scored, soFar);
  if (figure === undefined || scored?.reached !== false) {
    const met = figure && `reached its goal with ${percentOf(figure)}`;
    const params = { measure: measureName(subject), scope: scope.name, month: monthName(month) };
    return no(refusal('goal-not-missed', { ...params, ...(met === undefined ? {} : { figure: met }) }));
  }
  const { facts } = await metrics.drillDown({ scope, period: period.value, measure }, WORST);
  const { goals } = policies.at(Math.min(period.value.before - 1, now));
  return ok({ ...figure, worst: casesMissed(facts, measure, goals) });
}
