import { barsUpTo } from '../domain/metrics/distribution-bars';
import { measureRow } from '../domain/metrics/measures';
import type { Report, ReportAsked } from '../domain/reports/report';
import type { ReportBook } from '../ports/reports';
import { plansOf } from './plans-of';
import { agedOf, oldestAged } from './aged-cases';
import type { ReportParts } from './report-parts';
import { goalsOf, groupFigures, mscFigures } from './scopes-of-month';

/** How many months the trends cover, including the report's own. */
const MONTHS = 12;
/** How many aged cases the page lists. */
const LISTED = 25;
const CRT = ['enterprise-crt', 'level-2-and-3-crt'] as const;

/** The report of a scope and month from the metrics as they are now (rule ME-7). */
export async function makeReport(
  parts: Pick<ReportParts, 'metrics' | 'counting' | 'plans' | 'context'>,
  { scope, month }: ReportAsked,
): Promise<Report> {
  const scorecard = await parts.metrics.scorecard({ scope, period: month.period });
  const context = parts.context();
  const aged = await agedOf(parts, scope, scorecard, context);
  return { scope, month, scorecard, aged, plans: await plansOf(parts, scope, context), madeAt: context.now };
}

/** The same with all that its page shows. */
export async function makeBook(parts: ReportParts, asked: ReportAsked): Promise<ReportBook> {
  const { metrics } = parts;
  const goals = goalsOf(asked.month, parts.context());
  const goalDays = (key: (typeof CRT)[number]): number => measureRow(key).goalOf(goals).days ?? 0;
  const { scope, month } = asked;
  const question = { scope, period: month.period };
  const report = await makeReport(parts, asked);
  const history = await Promise.all(
    CRT.map(async (measure) => ({
      measure,
      points: await metrics.series({ ...question, measure }, MONTHS),
      distribution: await metrics.distribution(question, measure, barsUpTo(goalDays(measure))),
    })),
  );
  return {
    report,
    history,
    mscs: await mscFigures(parts, scope, month),
    groups: await groupFigures(parts, scope, month),
    agedCases: await oldestAged(parts, scope, LISTED),
  };
}
