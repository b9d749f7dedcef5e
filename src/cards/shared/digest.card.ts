import type { DomainContext } from '../../domain/kernel/domain-context';
import { buttonViews } from './button-view';
import type { AlertSummary, Button } from './card-value';
import { label, markdown } from './escape-text';
import { groupName } from './names';
import { lateText } from './late-text';
import { mentionsOf, mentionsView, type Presented, type ValueOf } from './presented';
import { rowView } from './row-view';
import { instantText } from './time-text';
import { TONE_STYLES } from './tone-style';

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** The queues that have the rest: a button each, and how to type them. */
const queueButtons = (groups: readonly string[], context: DomainContext): readonly Button[] =>
  groups.slice(0, 5).map((group) => ({
    title: groups.length === 1 ? 'Queue' : `Queue: ${groupName(group, context)}`,
    verb: 'cases.queue',
    data: { group },
  }));
const typedQueues = (groups: readonly string[]): string =>
  groups
    .slice(0, 5)
    .map((group) => `queue ${label(group)}`)
    .join(' or ');

/** The title while any of the alerts is still open. */
function standingTitle({ missed, records, near, groups }: AlertSummary, context: DomainContext): string {
  const [first] = groups;
  const where = first !== undefined && groups.length === 1 ? ` · ${groupName(first, context)}` : '';
  if (missed === 0) return `⏰ Due soon: ${counted(near, 'timeframe', 'timeframes')}${where}`;
  const ofRecords = records === missed ? '' : ` of ${counted(records, 'case', 'cases')}`;
  return `⚠ Missed: ${counted(missed, 'timeframe', 'timeframes')}${ofRecords}${where}`;
}

/** How many alerts the card stands for, in which order, and as of when. */
function standingLines(digest: AlertSummary, zone: string, context: DomainContext): readonly string[] {
  const { missed, near, done } = digest;
  const order = missed === 0 ? 'then earliest due' : 'then longest past due';
  return [
    ...(missed > 0 && near > 0 ? [`And ${near} more are due soon.`] : []),
    `One card instead of ${missed + near + done}. Highest priority first, ${order}.`,
    `As of ${instantText(context.now, zone, context.now)}`,
  ];
}

/** Many alerts on one card: worst first, what to type for the rest, and everyone tagged once (rule CK-11). */
export function present({ digest, late }: ValueOf<'digest'>, context: DomainContext, room = 1): Presented {
  const { missed, near, done, groups } = digest;
  const shown = digest.rows.slice(0, Math.max(1, Math.floor(digest.rows.length * room)));
  const rest = missed + near - shown.length;
  const isStanding = missed + near > 0;
  const title = isStanding
    ? standingTitle(digest, context)
    : `✓ ${counted(done, 'missed clock is now', 'missed clocks are now')} done since`;
  const mentions = isStanding ? mentionsOf(digest.mentions, context) : [];
  const { zone } = context.calendars.ofGroup(groups[0] ?? '');
  return {
    summary: title,
    mentions,
    view: {
      style: TONE_STYLES[missed > 0 ? 'attention' : near > 0 ? 'warning' : 'good'].style,
      title: markdown(title),
      about: [
        ...(isStanding ? standingLines(digest, zone, context) : []),
        ...(late === undefined ? [] : [lateText(late)]),
      ],
      ...mentionsView('For your attention', mentions),
      rows: shown.map(rowView),
      more: [
        ...(rest > 0 ? [`And ${rest} more: ${typedQueues(groups)}`] : []),
        ...(isStanding && done > 0 ? [`${done} of them are done now.`] : []),
      ],
      actions: buttonViews(queueButtons(groups, context)),
    },
  };
}
