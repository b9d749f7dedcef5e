import type { StillMissed } from '../domain/alerts/missed-work';
import { clocksOf } from '../domain/clocks/clocks-of';
import type { World } from '../domain/world';
import { buttonViews, openButton } from './button-view';
import type { ButtonView } from './button-view';
import type { Button, ListRow } from './card-value';
import { clockDue, leftText, owedBy } from './clock-text';
import { label, markdown } from './escape-text';
import { caseTitle, groupName, levelName, priorityName } from './names';
import { mentionsOf, mentionText } from './presented';
import type { Presented, ValueOf } from './presented';
import { rowView } from './row-view';
import type { RowView } from './row-view';
import { instantText } from './time-text';
import { TONE_STYLES } from './tone-style';
import type { Style } from './tone-style';

/** What the digest template reads. */
interface DigestView {
  readonly style: Style;
  readonly title: string;
  readonly about: readonly string[];
  readonly hasMentions: boolean;
  readonly mentions: string;
  readonly rows: readonly RowView[];
  readonly more: readonly string[];
  readonly actions: readonly ButtonView[];
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const rowOf = ({ case: of, clock }: StillMissed, world: World): ListRow => ({
  title: `${of.number} · ${clock.name}`,
  subtitle: `${caseTitle(of, world)} · ${priorityName(of, world)} · ${levelName(of.level)}`,
  facts: [leftText(clock, world), `was due ${clockDue(clock, world)}`, owedBy(of, clock, world)],
  tone: 'attention',
  button: { ...openButton(of), title: 'Open' },
});

/** The queues in which the rest stands: a button each, and how they are typed. */
const queueButtons = (groups: readonly string[], world: World): readonly Button[] =>
  groups.slice(0, 5).map((group) => ({
    title: groups.length === 1 ? 'Queue' : `Queue: ${groupName(group, world)}`,
    verb: 'cases.queue',
    data: { group },
  }));
const typedQueues = (groups: readonly string[]): string =>
  groups
    .slice(0, 5)
    .map((group) => `queue ${label(group)}`)
    .join(' or ');

/** Many breaches on one card: the worst first, what to type for the rest, and everyone tagged once (rule CK-11). */
export function present({ digest }: ValueOf<'digest'>, world: World, room = 1): Presented<DigestView> {
  const { missed, cases, done, groups } = digest;
  const worst = digest.worst.flatMap(({ case: of, clock: key }) => {
    const clock = clocksOf(of, world).find((one) => one.key === key);
    return clock === undefined ? [] : [{ case: of, clock }];
  });
  const shown = worst.slice(0, Math.max(1, Math.floor(worst.length * room)));
  const rest = missed - shown.length;
  const [first] = groups;
  const where = first !== undefined && groups.length === 1 ? ` · ${groupName(first, world)}` : '';
  const ofCases = cases === missed ? '' : ` of ${counted(cases, 'case', 'cases')}`;
  const title = `⚠ Missed: ${counted(missed, 'timeframe', 'timeframes')}${ofCases}`;
  const doneText = done === 0 ? [] : [`${done} more were missed and are done since.`];
  const mentions = missed === 0 ? [] : mentionsOf(digest.mentions, world);
  const zone = world.calendars.ofGroup(first ?? worst[0]?.case.group ?? '').zone;
  const alive = missed > 0;
  const allDone = `✓ ${counted(done, 'missed timeframe is', 'missed timeframes are')} done since`;
  return {
    summary: alive ? `${title}${where}` : allDone,
    mentions,
    view: {
      style: TONE_STYLES[alive ? 'attention' : 'good'].style,
      title: markdown(alive ? `${title}${where}` : allDone),
      about: alive
        ? [
            `One card instead of ${missed + done}. The highest priority first, then the longest past due.`,
            `As of ${instantText(world.now, zone, world.now)}`,
          ]
        : [],
      hasMentions: mentions.length > 0,
      mentions: `For your attention: ${mentionText(mentions)}`,
      rows: shown.map((one) => rowView(rowOf(one, world))),
      more: [...(rest > 0 ? [`And ${rest} more: ${typedQueues(groups)}`] : []), ...(alive ? doneText : [])],
      actions: buttonViews(queueButtons(groups, world)),
    },
  };
}
