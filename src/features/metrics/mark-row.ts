import type { ListRow } from '../../cards/shared/card-value';
import { button } from '../../commands/forms/fields';
import { PRIORITY_NAMES } from '../../domain/cases/details/validate-details';
import type { Case } from '../../domain/cases/case';
import { BUSINESS_DAY_MS } from '../../domain/calendar/calendars';
import { clocksOf } from '../../domain/cases/clocks/clocks-of';
import { toTenth } from '../../domain/metrics/figure-text';
import type { Mark } from '../../domain/metrics/mark';
import { markVerdict, priorityOfMark } from '../../domain/metrics/mark-verdict';
import { DEGREES } from '../../domain/cases/satisfaction/degree';
import type { DomainContext } from '../../domain/kernel/domain-context';

/** A mark behind a figure as a row: met or missed and by how much, its account, whose it is, and the way to its case. */
export function markRow(
  mark: Mark,
  subject: Case | undefined,
  goalDays: number | undefined,
  context: DomainContext,
): ListRow {
  const { number } = mark;
  const verdict = markVerdict(mark, goalDays);
  const priority = priorityOfMark(mark);
  const details = subject?.details;
  const reason = details && reasonOf(subject, context);
  return {
    title: details === undefined ? number : `${number} · ${details.account.kind} ${details.account.code}`,
    subtitle: [reason, whose(mark, context)].filter((part) => part !== undefined).join(' · '),
    facts: [
      `${verdict.met ? 'Met' : 'Missed'}: ${verdictText(mark, subject, goalDays, context)}`,
      ...(priority === undefined ? [] : [`${PRIORITY_NAMES[priority]} priority`]),
    ],
    tone: verdict.met ? 'good' : 'attention',
    button: button('Open', 'case.show', { case: number }),
  };
}

const reasonOf = ({ details, openedAt }: Case, { policies }: DomainContext): string =>
  policies.at(openedAt).reasons[details.reason] ?? details.reason;

/** The person and the group whose doing it was. */
function whose({ person, group }: Mark, { directory }: DomainContext): string {
  const name = directory.group(group)?.name ?? group;
  return person === undefined ? name : `${directory.person(person)?.name ?? 'someone who left'}, ${name}`;
}

function verdictText(
  mark: Mark,
  subject: Case | undefined,
  goalDays: number | undefined,
  context: DomainContext,
): string {
  const verdict = markVerdict(mark, goalDays);
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
      if (verdict.lateMs === 0) return 'done at the very time it was due';
      return `done ${daysText(verdict.lateMs)} ${verdict.lateMs > 0 ? 'late' : 'before it was due'}`;
    case 'never-done':
      return neverDoneText(mark, verdict.dueAt, subject, context);
  }
}

/** What was never done is over until its clock ended, or until now. */
function neverDoneText(mark: Mark, dueAt: number, subject: Case | undefined, context: DomainContext): string {
  const clock = subject && clocksOf(subject, context).find(({ key }) => key === mark.key);
  const until = clock?.endedAt ?? context.now;
  const calendar = context.calendars.ofGroup(clock?.startGroup ?? mark.group);
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
