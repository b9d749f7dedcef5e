import { PRIORITIES } from '../../domain/cases/details/details';
import type { Case } from '../../domain/cases/case';
import type { ClockKey } from '../../domain/cases/clocks/clock-key';
import { hasLeft, stillConcerned } from '../../domain/cases/left/has-left';
import type { CaseTopic } from '../../domain/cases/notices/case-notifications';
import { isStillTrue } from '../../domain/cases/notices/still-true';
import { preferenceOfEntry } from '../../domain/cases/notices/preference';
import type { ClockStage, Notification } from '../../domain/kernel/notification';
import type { NotificationKind } from '../../domain/notifications/notification-kinds';
import type { DomainContext } from '../../domain/kernel/domain-context';
import type { Lateness } from '../../domain/notifications/lateness';
import { priorityAt } from '../../domain/policy/priority';
import type { PostView } from '../../ports/conversations';
import type { RecordDelivery } from '../../ports/record-delivery';
import type { CardValue } from '../shared/card-value';
import { caseSubject } from './case-subject';
import { digestRow } from './case-digest-row';
import { leftDigest } from './left-digest';
import { supersededMessage } from './superseded-message';

type Topic = CaseTopic | ClockStage | 'undelivered';
type ViewKind = 'case' | 'channel-case' | 'approval' | ClockStage;

/** The setting that decides about a topic; for a case notification (`told`), its entry decides. */
const PREFERENCES: Readonly<Record<Exclude<Topic, 'told'>, NotificationKind>> = {
  approval: 'needed',
  'assignee-left': 'needed',
  undelivered: 'needed',
  warning: 'breaches',
  breach: 'breaches',
  escalation: 'breaches',
  'referred-back': 'escalations',
  recalled: 'escalations',
  'supervisors-asked': 'escalations',
  arrival: 'work',
  mail: 'work',
};

/** How notifications about cases are delivered. */
export const caseDelivery: RecordDelivery<Case> = {
  topics: {
    arrival: 'New case in the group',
    warning: 'Clock running out',
    breach: 'Clock missed',
    escalation: 'Missed clock escalated',
    'referred-back': 'Referred back',
    recalled: 'Recalled',
    'supervisors-asked': 'Supervisors asked to help',
    approval: 'Closing to approve',
    'assignee-left': 'Assignee left the group',
    told: 'Case notification',
    refresh: 'Card update',
    mail: 'Email to the customer',
    undelivered: 'Undelivered notification',
  },
  card: (notification, of, { context, late }) => cardOf(notification, of, context, late),
  preference: async ({ topic, entry }, reader, state) =>
    topic === 'told'
      ? preferenceOfEntry((await state())?.timeline[entry ?? -1], reader)
      : PREFERENCES[topic as keyof typeof PREFERENCES],
  isStillTrue,
  isForFormer: (_notification, person, of, { directory }) => hasLeft(person, of, directory),
  bundleCard: (_bundle, messages, to, context) => leftDigest(messages, to, context),
  digestRow,
  digestOrder: 1,
  digestList: { typed: 'my cases' },
  subject: caseSubject,
  urgency: (of, { policies }) =>
    PRIORITIES.indexOf(priorityAt(of.details, of.level, policies.at(of.openedAt))),
  group: ({ group }) => group,
  view,
  cardOfPost,
  superseded: supersededMessage,
};

/** The card of a notification, from the case as it is now. */
function cardOf(
  notification: Notification,
  of: Case,
  context: DomainContext,
  late: Lateness | undefined,
): CardValue {
  const { topic, to, entry = -1, detail = {} } = notification;
  const mentions = stillConcerned(notification.mentions, of, context.directory);
  const inChannel = { card: 'case', case: of, audience: 'channel', ...groupOf(to) } as const;
  switch (topic as Topic) {
    case 'assignee-left':
      return to.kind === 'person'
        ? { card: 'case-notification', case: of, entry, reader: to.person }
        : inChannel;
    case 'arrival':
      return to.kind === 'person'
        ? { card: 'case', case: of, audience: 'person', viewer: to.person }
        : inChannel;
    case 'warning':
    case 'breach':
    case 'escalation':
      return alertCard(of, notification.clock, topic as ClockStage, mentions, late);
    case 'referred-back':
    case 'supervisors-asked':
    case 'approval':
      return { card: topic as 'approval', case: of, entry, mentions };
    case 'recalled':
      return recalledCard(of, entry, context);
    case 'told':
      if (to.kind !== 'person') throw new Error(`${notification.id} notifies nobody`);
      return { card: 'case-notification', case: of, entry, reader: to.person };
    case 'undelivered':
      return undeliveredCard(of, detail, context);
    case 'mail':
      throw new Error(`${notification.id} is an email, not a card`);
  }
}

const alertCard = (
  of: Case,
  clock: string | undefined,
  stage: ClockStage,
  mentions: readonly string[],
  late: Lateness | undefined,
): CardValue => ({
  card: 'alert',
  case: of,
  clock: clock as ClockKey,
  stage,
  mentions,
  ...(late === undefined ? {} : { late }),
});

/** How a card is kept so that it can be updated later; undefined if it stays as it is. */
function view({ topic, to, mentions, clock, entry }: Notification, card: CardValue): PostView | undefined {
  if (topic === 'approval') return { kind: 'approval', ...(entry === undefined ? {} : { entry }), mentions };
  if (topic === 'arrival' && to.kind === 'person') return { kind: 'case', viewer: to.person };
  if (topic === 'arrival' || (topic === 'assignee-left' && to.kind === 'group'))
    return { kind: 'channel-case', ...groupOf(to) };
  if (card.card !== 'alert') return undefined;
  const late = card.late === undefined ? {} : { late: card.late };
  return { kind: topic, ...(clock === undefined ? {} : { clock }), mentions, ...late };
}

function cardOfPost(kept: PostView, of: Case, { directory }: DomainContext): CardValue {
  const { viewer, group, clock, late, entry = -1 } = kept;
  const mentions = stillConcerned(kept.mentions ?? [], of, directory);
  switch (kept.kind as ViewKind) {
    case 'case':
      return { card: 'case', case: of, audience: 'person', ...(viewer === undefined ? {} : { viewer }) };
    case 'channel-case':
      return { card: 'case', case: of, audience: 'channel', ...(group === undefined ? {} : { group }) };
    case 'warning':
    case 'breach':
    case 'escalation':
      return alertCard(of, clock, kept.kind as ClockStage, mentions, late);
    case 'approval':
      return { card: 'approval', case: of, entry, mentions };
  }
}

/** Tells the Level 3 group that the case is no longer theirs, who recalled it, and why (rule L3-2). */
function recalledCard({ number, timeline }: Case, index: number, { directory }: DomainContext): CardValue {
  const entry = timeline[index];
  if (entry?.kind !== 'recalled') throw new Error(`Entry ${index} of ${number} is not a recall`);
  const by = directory.person(entry.by)?.name ?? entry.by;
  const group = directory.group(entry.group)?.name ?? entry.group;
  return {
    card: 'message',
    tone: 'plain',
    title: `${number} was recalled to ${group}`,
    text: `${by}: ${entry.why}\nNothing more is needed from Level 3.`,
    buttons: [{ title: `Open ${number}`, verb: 'case.show', data: { case: number } }],
  };
}

/** Tells a supervisor who was not reached, why, and how to fix it. */
function undeliveredCard(
  { number }: Case,
  { group, person }: Readonly<Record<string, string>>,
  { directory }: DomainContext,
): CardValue {
  const name = directory.person(person ?? '')?.name ?? 'someone who left';
  const text =
    group === undefined
      ? `A notification about this case didn't reach ${name}: the chat is gone, or Casekeeper was removed from it. Tell them yourself. They'll get notifications again once they write to Casekeeper.`
      : `A notification about this case couldn't be posted: the channel of ${directory.group(group)?.name ?? group} is gone, or Casekeeper was removed from it. Add Casekeeper to a channel, type connect ${group} there, and ask the program office to send the undelivered notifications again.`;
  return {
    card: 'message',
    tone: 'attention',
    title: `${number}: a notification wasn't delivered`,
    text,
    buttons: [{ title: `Open ${number}`, verb: 'case.show', data: { case: number } }],
  };
}

const groupOf = (to: Notification['to']): { readonly group?: string } =>
  to.kind === 'group' ? { group: to.group } : {};
