import type { CardValue } from '../../cards/shared/card-value';
import { latenessOf } from '../../domain/cases/notices/lateness';
import type { Lateness } from '../../domain/cases/notices/lateness';
import type { Notice } from '../../domain/cases/notices/notice';
import { stillConcerned } from '../../domain/cases/left/has-left';
import type { Case } from '../../domain/cases/case';
import type { World } from '../../domain/kernel/world';
import type { Post } from '../../ports/conversations';
import type { OutboxItem } from '../outbox/outbox-item';
import { quarantineCard } from '../quarantine/quarantine-card';

/** An item about a case. */
export type CaseItem = OutboxItem & { readonly notice: Notice };

/** The card of an outgoing item, from the case as it is now, not as it was when the notice was made. */
export function cardFor({ notice, post, held }: CaseItem, current: Case, world: World): CardValue {
  const { subject, to } = notice;
  const mentions = stillConcerned(notice.mentions, current, world.directory);
  switch (subject.kind) {
    case 'assignee-left':
      if (to.kind === 'person')
        return { card: 'told', case: current, entry: subject.entry, reader: to.person };
      return { card: 'case', case: current, audience: 'channel', ...groupOf(to) };
    case 'arrival':
      return to.kind === 'person'
        ? { card: 'case', case: current, audience: 'person', viewer: to.person }
        : { card: 'case', case: current, audience: 'channel', ...groupOf(to) };
    case 'warning':
    case 'breach':
    case 'escalation':
      return {
        card: 'alert',
        case: current,
        clock: subject.clock,
        stage: subject.kind,
        mentions,
        ...lateOf(latenessOf(notice, held, current, world)),
      };
    case 'referred-back':
      return { card: 'referred-back', case: current, entry: subject.entry, mentions };
    case 'recalled':
      return recalledCard(current, subject.entry, world);
    case 'supervisors-asked':
      return { card: 'supervisors-asked', case: current, entry: subject.entry, mentions };
    case 'approval':
      return { card: 'approval', case: current, entry: subject.entry, mentions };
    case 'told':
      if (to.kind !== 'person') throw new Error(`notice ${notice.id} tells no person`);
      return { card: 'told', case: current, entry: subject.entry, reader: to.person };
    case 'undelivered':
      return undeliveredCard(current, subject.lost, world);
    case 'mail':
      throw new Error(`notice ${notice.id} is an e-mail, not a card`);
    case 'set-aside':
      return quarantineCard(current.number, subject);
    case 'refresh':
      if (post === undefined) throw new Error(`notice ${notice.id} refreshes no post`);
      return cardOfPost(post.view, current, world);
  }
}

/** How a sent card is kept, so that it is brought up to date with the case; undefined for one that stays as it is. */
export function keptView({ notice }: CaseItem, card: CardValue): Post['view'] | undefined {
  const { subject, to, mentions } = notice;
  switch (subject.kind) {
    case 'arrival':
      return to.kind === 'person'
        ? { kind: 'case', viewer: to.person }
        : { kind: 'channel-case', ...groupOf(to) };
    case 'warning':
    case 'breach':
    case 'escalation':
      return {
        kind: subject.kind,
        clock: subject.clock,
        mentions,
        // How late it was posted stays true, whatever becomes of the case.
        ...(card.card === 'alert' ? lateOf(card.late) : {}),
      };
    case 'assignee-left':
      return to.kind === 'group' ? { kind: 'channel-case', ...groupOf(to) } : undefined;
    case 'approval':
      return { kind: 'approval', entry: subject.entry, mentions };
    case 'referred-back':
    case 'recalled':
    case 'supervisors-asked':
    case 'told':
    case 'undelivered':
    case 'set-aside':
    case 'refresh':
    case 'mail':
      return undefined;
  }
}

/** To the Level 3 group: the case is no longer theirs, who recalled it, and why (rule L3-2). */
function recalledCard({ number, timeline }: Case, index: number, { directory }: World): CardValue {
  const entry = timeline[index];
  if (entry?.kind !== 'recalled') throw new Error(`Entry ${index} of ${number} is no recall`);
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

/** To a supervisor: who was not reached, why, and what mends it. */
function undeliveredCard(
  { number }: Case,
  lost: Extract<Notice['subject'], { kind: 'undelivered' }>['lost'],
  { directory }: World,
): CardValue {
  const group = lost.kind === 'group' ? (directory.group(lost.group)?.name ?? lost.group) : '';
  const person = lost.kind === 'person' ? (directory.person(lost.person)?.name ?? 'someone who left') : '';
  const text =
    lost.kind === 'group'
      ? `A notice of this case could not be posted: the channel of ${group} is gone, or Casekeeper was removed from it. Add Casekeeper to a channel, type connect ${lost.group} there, and ask the program office to send the notices again.`
      : `A notice of this case did not reach ${person}: the chat is gone, or Casekeeper was removed from it. Tell them yourself; once they write to Casekeeper again, later notices arrive.`;
  return {
    card: 'message',
    tone: 'attention',
    title: `${number}: a notice was not delivered`,
    text,
    buttons: [{ title: `Open ${number}`, verb: 'case.show', data: { case: number } }],
  };
}

const lateOf = (late: Lateness | undefined): { readonly late?: Lateness } =>
  late === undefined ? {} : { late };

const groupOf = (to: Notice['to']): { readonly group?: string } =>
  to.kind === 'group' ? { group: to.group } : {};

function cardOfPost(view: Post['view'], current: Case, { directory }: World): CardValue {
  switch (view.kind) {
    case 'case':
      return {
        card: 'case',
        case: current,
        audience: 'person',
        ...(view.viewer === undefined ? {} : { viewer: view.viewer }),
      };
    case 'channel-case':
      return {
        card: 'case',
        case: current,
        audience: 'channel',
        ...(view.group === undefined ? {} : { group: view.group }),
      };
    case 'warning':
    case 'breach':
    case 'escalation':
      return {
        card: 'alert',
        case: current,
        clock: view.clock,
        stage: view.kind,
        mentions: stillConcerned(view.mentions, current, directory),
        ...lateOf(view.late),
      };
    case 'approval':
      return {
        card: 'approval',
        case: current,
        entry: view.entry,
        mentions: stillConcerned(view.mentions, current, directory),
      };
  }
}
