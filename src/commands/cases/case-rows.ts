import type { ListRow, Tone } from '../../cards/shared/card-value';
import { assigneeWhoLeft } from '../../domain/cases/left/assignee-left';
import { STATE_NAMES, type Case } from '../../domain/cases/case';
import { BUSINESS_DAY_MS } from '../../domain/calendar/calendars';
import type { Clock } from '../../domain/cases/clocks/clock';
import { clocksOf } from '../../domain/cases/clocks/clocks-of';
import { toTenth } from '../../domain/metrics/figure-text';
import { priorityAt } from '../../domain/policy/priority';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { button } from '../forms/fields';
import { shorten } from '../shorten';

/** Cases as rows of a list, each with the button that opens it. */
export const caseRows = (cases: readonly Case[], context: DomainContext): ListRow[] =>
  cases.map((shown) => caseRow(shown, context));

function caseRow(shown: Case, context: DomainContext): ListRow {
  const { details, number } = shown;
  const policy = context.policies.at(shown.openedAt);
  const next = clocksOf(shown, context)
    .filter(({ state }) => state === 'running')
    .sort((a, b) => a.dueAt - b.dueAt)[0];
  const reason = policy.reasons[details.reason] ?? details.reason;
  const priority = priorityAt(details, shown.level, policy);
  return {
    title: `${number} · ${reason}`,
    subtitle: shorten(details.description, 120),
    facts: [
      `${STATE_NAMES[shown.state]}, Level ${shown.level}, ${priority} priority`,
      `${groupName(shown.group, context)}, ${holderOf(shown, context)}`,
      ...(next === undefined ? [] : [dueIn(next, context)]),
    ],
    tone: toneOf(next, context),
    button: button('Open', 'case.show', { case: number }),
  };
}

const groupName = (key: string, context: DomainContext): string => context.directory.group(key)?.name ?? key;

function holderOf(shown: Case, { directory }: DomainContext): string {
  const left = assigneeWhoLeft(shown, directory);
  const name = (id: string): string => directory.person(id)?.name ?? 'someone who left';
  if (left !== undefined) return `⚠ assignee left: ${name(left)}`;
  return shown.assignee === undefined ? 'not assigned' : `with ${name(shown.assignee)}`;
}

/** "Interim response due in 1.4 business days", or how long it has been missed. */
function dueIn(clock: Clock, context: DomainContext): string {
  const left = context.calendars.ofGroup(clock.startGroup).elapsed(context.now, clock.dueAt);
  const days = toTenth(Math.abs(left) / BUSINESS_DAY_MS);
  const span = `${days} business ${days === 1 ? 'day' : 'days'}`;
  return context.now > clock.dueAt ? `${clock.name} missed by ${span}` : `${clock.name} due in ${span}`;
}

function toneOf(next: Clock | undefined, context: DomainContext): Tone {
  if (next === undefined) return 'plain';
  if (context.now > next.dueAt) return 'attention';
  return context.now >= next.warnAt ? 'warning' : 'plain';
}
