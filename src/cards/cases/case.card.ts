import { STATE_NAMES, type Case, type CaseState } from '../../domain/cases/case';
import { isCustomerMessage } from '../../domain/cases/messages/customer-email';
import { clocksOf } from '../../domain/cases/clocks/clocks-of';
import { caseSizeWarning } from '../../domain/cases/case-size';
import type { CaseAction } from '../../domain/cases/permissions';
import { possibleFor } from '../../domain/cases/possible-for';
import type { DomainContext } from '../../domain/kernel/domain-context';
import { assignView } from './assign-view';
import type { Button } from '../shared/card-value';
import {
  buttonView,
  buttonViews,
  caseButton,
  MAX_ACTIONS,
  openButton,
  pageButton,
} from '../shared/button-view';
import { caseFacts } from './case-facts';
import { clockView, endedView } from './clock-text';
import { entryText } from './entry-text';
import { clip, lines, oneLine } from '../shared/escape-text';
import { linkViews } from '../shared/link-view';
import { breachLines } from './breach-text';
import { mailLines } from './mail-text';
import { actorName, caseTitle, groupName } from '../shared/names';
import type { Presented, ValueOf } from '../shared/presented';
import { instantText } from '../shared/time-text';
import { plainLine, richLines, type LineView } from '../shared/rich-text-view';
import { TONE_STYLES } from '../shared/tone-style';

const STATE_STYLES = {
  new: 'warning',
  'in-progress': 'accent',
  'pending-dla-response': 'warning',
  resolved: 'good',
  closed: 'emphasis',
} as const satisfies Record<CaseState, string>;

const SHOWN_ENTRIES = 5;

// Fits a full checklist with its justification (rule ES-11), or a message to the customer.
const MAX_BYTES = 1_600;
const MAX_LINES = 20;

/** What was written with an entry, as much as the card has room for; a cut is marked with "…". */
function shownOf(details: readonly string[], room: number, formatted = false): readonly LineView[] {
  const text = details.join('\n');
  const most = Math.ceil(room * MAX_LINES);
  const rich = formatted ? richLines(text, room * MAX_BYTES, most) : undefined;
  if (rich !== undefined) return rich;
  const all = lines(clip(text, room * MAX_BYTES));
  return (all.length <= most ? all : [...all.slice(0, most), '…']).map(plainLine);
}

/** The entries that the card shows. That an email was accepted is shown with the email itself. */
const listed = ({ timeline }: Case) =>
  timeline.flatMap((entry, index) => (entry.kind === 'mail-sent' ? [] : [{ entry, index }]));

function entriesOf(of: Case, context: DomainContext, room: number) {
  const { zone } = context.calendars.ofGroup(of.group);
  return listed(of)
    .slice(-SHOWN_ENTRIES)
    .map(({ entry, index }) => {
      const words = entryText(entry, context, zone);
      const mail = [...mailLines(of, index, context, zone), ...breachLines(of, index, context, zone)];
      // Where a message went comes before it; what to do about a refusal comes after what the mail server said.
      const details = isCustomerMessage(entry) ? [...mail, ...words.details] : [...words.details, ...mail];
      return {
        who: `${instantText(entry.at, zone, context.now)} · ${actorName(entry.by, context)}`,
        what: words.what,
        details: shownOf(details, room, words.formatted),
        links: linkViews(words),
      };
    })
    .reverse();
}

/** What who looks can do; where that is not known, what anybody could, and it is asked when it is pressed. */
const possibleTo = ({ case: of, viewer }: ValueOf<'case'>, context: DomainContext): readonly CaseAction[] =>
  possibleFor(of, viewer === undefined ? undefined : context.directory.person(viewer), context);

/** In a channel the group chooses who takes the case: Assign is beside the list of members. */
function actionsFor(value: ValueOf<'case'>, context: DomainContext) {
  const { case: of, audience, more } = value;
  const possible = possibleTo(value, context);
  if (audience === 'channel') return [buttonView(openButton(of))];
  // The status follows the interim response; until that is sent, its button would crowd out another.
  const shown = possible.filter(
    (action) =>
      (action !== 'case.status' || !possible.includes('case.interim')) &&
      // These are beside the clocks once one is missed.
      action !== 'case.ask-supervisors' &&
      action !== 'case.acknowledge',
  );
  return buttonViews(pageOf(shown, of, more === true));
}

/** As many actions as a card has room for; if there are more, the first ones and a button to the others. */
function pageOf(shown: readonly CaseAction[], of: Case, more: boolean): readonly Button[] {
  const buttons = shown.map((action) => caseButton(action, of));
  if (buttons.length <= MAX_ACTIONS) return buttons;
  const first = MAX_ACTIONS - 1;
  return more
    ? [...buttons.slice(first, first + MAX_ACTIONS - 1), openButton(of, 'Back')]
    : [...buttons.slice(0, first), { ...openButton(of, 'More…'), verb: 'case.actions' }];
}

/** Beside the clocks: acknowledge what is missed, ask for help if Level 3 missed its time (rule L3-3), and explain when they are due. */
function clockActionsOf(value: ValueOf<'case'>, context: DomainContext) {
  const of = value.case;
  if (value.audience === 'channel') return [];
  const possible = possibleTo(value, context);
  const shown = (['case.acknowledge', 'case.ask-supervisors'] as const).filter((action) =>
    possible.includes(action),
  );
  return [
    ...shown.map((action) => buttonView(caseButton(action, of))),
    buttonView(pageButton('Explain clocks', 'case.clocks', of)),
  ];
}

/** Beside the recent activity: the whole history, and the customer's other cases. */
const entryActionsOf = (of: Case, audience: 'person' | 'channel') =>
  audience === 'channel'
    ? []
    : [
        buttonView(pageButton('History', 'case.history', of)),
        buttonView(pageButton('Customer’s cases', 'case.customer', of)),
      ];

/** Whether the card is in the channel of a group that had the case before. */
const isElsewhere = ({ case: of, group }: ValueOf<'case'>): boolean =>
  group !== undefined && group.toLowerCase() !== of.group.toLowerCase();

const elsewhere = (value: ValueOf<'case'>, context: DomainContext): ValueOf<'case'>['banner'] =>
  isElsewhere(value)
    ? { text: `This case is with ${groupName(value.case.group, context)} now.`, tone: 'plain' }
    : undefined;

/** The banner above the case; if its record is nearly full, the banner says so too. */
function bannerOf(value: ValueOf<'case'>, context: DomainContext): ValueOf<'case'>['banner'] {
  const banner = value.banner ?? elsewhere(value, context);
  const warning = caseSizeWarning(value.case);
  if (warning === undefined) return banner;
  return { text: banner === undefined ? warning : `${banner.text} ${warning}`, tone: 'warning' };
}

/**
 * A case as it is now: who has it, what is due when, what was asked, what happened last, and what can be done.
 * `room` is the share of the usual room that long texts are given.
 */
export function present(value: ValueOf<'case'>, context: DomainContext, room = 1): Presented {
  const of = value.case;
  const clocks = clocksOf(of, context);
  const running = clocks.filter(({ state }) => state === 'running').sort((a, b) => a.dueAt - b.dueAt);
  const ended = clocks.filter(({ state }) => state !== 'running');
  const earlier = listed(of).length - SHOWN_ENTRIES;
  const title = caseTitle(of, context);
  const summary = `${of.number} · ${title} · ${STATE_NAMES[of.state]}`;
  const banner = bannerOf(value, context);
  const problem = lines(of.details.problemNotes, room * 6_000);
  return {
    summary: banner === undefined ? summary : `${oneLine(banner.text)} (${summary})`,
    view: {
      hasBanner: banner !== undefined,
      bannerStyle: TONE_STYLES[banner?.tone ?? 'plain'].style,
      banner: `${TONE_STYLES[banner?.tone ?? 'plain'].mark}${oneLine(banner?.text ?? '')}`,
      number: of.number,
      title,
      state: STATE_NAMES[of.state],
      stateStyle: STATE_STYLES[of.state],
      facts: caseFacts(of, context),
      clockActions: clockActionsOf(value, context),
      entryActions: entryActionsOf(of, value.audience),
      hasClocks: running.length > 0 || ended.length > 0,
      clocks: running.map((clock) => clockView(of, clock, context)),
      ended: ended.slice(-6).map((clock) => endedView(of, clock, context)),
      description: lines(of.details.description, room * 6_000),
      hasProblem: problem.length > 0,
      problem,
      entries: entriesOf(of, context, room),
      hasEarlier: earlier > 0,
      earlier: earlier === 1 ? '1 earlier entry' : `${earlier} earlier entries`,
      ...assignView(of, value.audience === 'channel' && !isElsewhere(value), context),
      actions: actionsFor(value, context),
    },
  };
}
