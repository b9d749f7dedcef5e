import type { Notice } from '../domain/alerts/notice';
import type { RequestNotice } from '../domain/alerts/request-notice';
import { worstFirst } from '../domain/alerts/worst-first';
import type { Case } from '../domain/cases/case';
import type { MembershipRequest } from '../domain/people/membership';
import type { PersonId } from '../domain/people/directory';
import type { World } from '../domain/world';
import { openButton } from './button-view';
import type { CardValue, ListRow } from './card-value';
import { clockRow } from './digest.card';
import { clockName } from './entry-text';
import { actorName, caseTitle } from './names';
import { answerMessage, requestMessage } from './request-message';
import { instantText } from './time-text';
import { wordsFor } from './told.card';

/** A message that waited for a person's digest, with what it is about as that is now. */
export type DigestMessage =
  | { readonly notice: Notice; readonly case: Case }
  | { readonly notice: RequestNotice; readonly request: MembershipRequest };

type ListCard = Extract<CardValue, { card: 'list' }>;
const SHOWN = 12;
type OfCase = Extract<DigestMessage, { case: Case }>;

/** All that waited for a person's hour on one card: what waits for their answer, what is missed, then the rest in order. */
export function dailyDigest(messages: readonly DigestMessage[], reader: PersonId, world: World): ListCard {
  const rows = [
    ...messages.flatMap((one) => ('request' in one ? [requestRow(one, world)] : [])),
    ...messages.flatMap((one) => ('case' in one && isNeeded(one) ? [toldRow(one, reader, world)] : [])),
    ...clockRows(messages, world),
    ...messages.flatMap((one) =>
      'case' in one && !isNeeded(one) && clockOf(one) === undefined ? [toldRow(one, reader, world)] : [],
    ),
  ];
  const rest = rows.length - SHOWN;
  return {
    card: 'list',
    title: `Your digest: ${rows.length} ${rows.length === 1 ? 'message' : 'messages'}`,
    intro:
      'What waits for your answer first, then what is missed. It comes as you set it: type notifications.',
    rows: rows.slice(0, SHOWN),
    empty: 'Nothing is left of what waited here.',
    ...(rest > 0 ? { more: `And ${rest} more: type my cases` } : {}),
    buttons: [
      { title: 'My cases', verb: 'cases.mine', data: {} },
      { title: 'Notifications', verb: 'notifications.set', data: {} },
    ],
  };
}

const isNeeded = ({ notice: { subject } }: OfCase): boolean =>
  subject.kind === 'approval' || subject.kind === 'undelivered';
const clockOf = ({ notice: { subject } }: OfCase) => ('clock' in subject ? subject.clock : undefined);

function requestRow({ notice, request }: Exclude<DigestMessage, OfCase>, world: World): ListRow {
  const message = (notice.subject === 'asked' ? requestMessage : answerMessage)(request, world);
  const { title, text, tone } =
    message.card === 'message' ? message : { title: '', text: '', tone: 'plain' as const };
  const isOpen = notice.subject === 'asked' && request.answer === undefined;
  return {
    title,
    subtitle: text,
    facts: [],
    tone,
    ...(isOpen ? { button: { title: 'Requests', verb: 'groups.requests', data: {} } } : {}),
  };
}

/** The clocks that still run, the worst first; those that are done since, after them. */
function clockRows(messages: readonly DigestMessage[], world: World): readonly ListRow[] {
  const told = messages.flatMap((one) => {
    const clock = 'case' in one ? clockOf(one) : undefined;
    return 'case' in one && clock !== undefined ? [{ case: one.case, clock }] : [];
  });
  const standing = worstFirst(told, world);
  const isStanding = new Set(standing.map(({ case: of, clock }) => `${of.number} ${clock.key}`));
  const done = told.filter(({ case: of, clock }) => !isStanding.has(`${of.number} ${clock}`));
  return [
    ...standing.map(({ case: of, clock }) => clockRow(of, clock, world)),
    ...done.map(({ case: of, clock }): ListRow => ({
      title: `${of.number} · ${clockName(clock)}`,
      subtitle: caseTitle(of, world),
      facts: ['was late and is done since'],
      tone: 'good',
      button: { ...openButton(of), title: 'Open' },
    })),
  ];
}

function toldRow({ notice: { subject }, case: of }: OfCase, reader: PersonId, world: World): ListRow {
  const entry = 'entry' in subject ? of.timeline[subject.entry] : undefined;
  const { zone } = world.calendars.ofGroup(of.group);
  const button = { ...openButton(of), title: 'Open' };
  const subtitle = caseTitle(of, world);
  if (entry === undefined) {
    const what = subject.kind === 'undelivered' ? 'A notice was not delivered' : 'A case came';
    return { title: `${of.number} · ${what}`, subtitle, facts: [], tone: 'warning', button };
  }
  return {
    title: `${of.number} · ${wordsFor(entry, reader, world, zone).what}`,
    subtitle,
    facts: [actorName(entry.by, world), instantText(entry.at, zone, world.now)],
    tone: isNeeded({ notice: { subject } as Notice, case: of }) ? 'warning' : 'plain',
    button,
  };
}
