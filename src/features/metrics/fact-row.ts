import type { ListRow } from '../../cards/shared/card-value';
import { button } from '../../commands/forms/fields';
import { PRIORITY_NAMES } from '../../domain/cases/details/validate-details';
import type { Case } from '../../domain/cases/case';
import { BUSINESS_DAY_MS } from '../../domain/calendar/calendars';
import { clocksOf } from '../../domain/cases/clocks/clocks-of';
import { toTenth } from '../../domain/metrics/figure-text';
import type { MetricFact } from '../../domain/metrics/metric-fact';
import { factVerdict, priorityOfFact } from '../../domain/metrics/fact-verdict';
import { DEGREES } from '../../domain/cases/satisfaction/degree';
import type { DomainContext } from '../../domain/kernel/domain-context';

/** A fact behind a figure as a row: met or missed and by how much, its account, whose it is, and the way to its case. */
export function factRow(
  fact: MetricFact,
  subject: Case | undefined,
  goalDays: number | undefined,
  context: DomainContext,
): ListRow {
  const { number } = fact;
  const verdict = factVerdict(fact, goalDays);
  const priority = priorityOfFact(fact);
  const details = subject?.details;
  const reason = details && reasonOf(subject, context);
  return {
    title: details === undefined ? number : `${number} · ${details.account.kind} ${details.account.code}`,
    subtitle: [reason, whose(fact, context)].filter((part) => part !== undefined).join(' · '),
    facts: [
      `${verdict.met ? 'Met' : 'Missed'}: ${verdictText(fact, subject, goalDays, context)}`,
      ...(priority === undefined ? [] : [`${PRIORITY_NAMES[priority]} priority`]),
    ],
    tone: verdict.met ? 'good' : 'attention',
    button: button('Open', 'case.show', { case: number }),
  };
}

const reasonOf = ({ details, openedAt }: Case, { policies }: DomainContext): string =>
  policies.at(openedAt).reasons[details.reason] ?? details.reason;

/** The person and the group whose doing it was. */
function whose({ person, group }: MetricFact, { directory }: DomainContext): string {
  const name = directory.group(group)?.name ?? group;
  return person === undefined ? name : `${directory.person(person)?.name ?? 'someone who left'}, ${name}`;
}

function verdictText(
  fact: MetricFact,
  subject: Case | undefined,
  goalDays: number | undefined,
  context: DomainContext,
): string {
  const verdict = factVerdict(fact, goalDays);
  switch (verdict.kind) {
    case 'answered':
      return DEGREES[verdict.degree].toLowerCase();
    case 'resolved': {
      const by =
        verdict.overMs === 0
          ? 'exactly'
          : `${tenthsText(verdict.overMs)} ${verdict.overMs > 0 ? 'over' : 'under'}`;
      return `closed in ${daysText(verdict.elapsedMs)}, ${by} the goal of ${goalDays ?? 0}`;
    }
    case 'done':
      if (verdict.lateMs === 0) return 'done exactly when it was due';
      return `done ${daysText(verdict.lateMs)} ${verdict.lateMs > 0 ? 'late' : 'before it was due'}`;
    case 'never-done':
      return neverDoneText(fact, verdict.dueAt, subject, context);
  }
}

/** What was never done is over until its clock ended, or until now. */
function neverDoneText(
  fact: MetricFact,
  dueAt: number,
  subject: Case | undefined,
  context: DomainContext,
): string {
  const clock = subject && clocksOf(subject, context).find(({ key }) => key === fact.key);
  const until = clock?.endedAt ?? context.now;
  const calendar = context.calendars.ofGroup(clock?.startGroup ?? fact.group);
  const over = daysText(calendar.elapsed(dueAt, until));
  return clock?.state === 'running'
    ? `not done, ${over} over so far`
    : `never done, ${over} over when it ended`;
}

/** Days to a tenth; what is not none at all is not said to be none. */
function tenthsText(ms: number): string {
  const days = Math.abs(ms) / BUSINESS_DAY_MS;
  const tenths = toTenth(days);
  return tenths === 0 && days > 0 ? 'less than 0.1' : tenths.toLocaleString('en-US');
}

const daysText = (ms: number): string => {
  const tenths = tenthsText(ms);
  return `${tenths} business ${tenths === '1' ? 'day' : 'days'}`;
};
