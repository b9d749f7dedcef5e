import { clockName } from '../../src/cards/cases/clock-text';
import type { Case } from '../../src/domain/cases/case';
import type { ClockKey } from '../../src/domain/cases/clocks/clock-key';
import type { Notification } from '../../src/domain/kernel/notification';
import type { StubConnector } from '../support/connector';
import type { TakenMail } from '../support/mail-server';
import { chatOf, DESKS } from './desk';
import type { Held } from './held';
import type { Snapshot } from './snapshot';

/** How much had come when. */
export interface Counts {
  readonly calls: number;
  readonly mails: number;
}

/** What was seen. A life is what lies between two kills: what had come at each, and the boxes as it left them. */
interface Seen {
  readonly calls: StubConnector['calls'];
  readonly mails: readonly TakenMail[];
  readonly killedAt: readonly Counts[];
  readonly snapshots: readonly Snapshot[];
}

/** What came of the notices, as the connector and the mail server saw it and the boxes noted it. */
export interface Deliveries {
  readonly arrived: number;
  /** Came again, after a kill between the connector's answer and the note of it. */
  readonly doubles: number;
  /** Notices that did not come, each with why that is so. */
  readonly lost: readonly string[];
  /** What neither a kill nor a notice explains. */
  readonly unexplained: readonly string[];
}

/** Notices whose cards cannot be told from each other: each alert of a clock shows how the clock stands when it leaves. */
interface Alike {
  readonly ids: readonly string[];
  readonly by: keyof Counts;
  /** Which of the calls, or mails, brought them. */
  readonly came: readonly number[];
}

/**
 * Sets what came against the notices. In every life the cards, or mails, of a notice that came are those that its box
 * noted as sent in it, and beyond them at most those that it left waiting: answered, and not noted.
 */
export function deliveriesOf(held: Held, seen: Seen): Deliveries {
  const lost: string[] = [];
  const unexplained: string[] = [];
  let arrived = 0;
  let doubles = 0;
  const ends = [...seen.snapshots, held.boxes];
  const all: Counts = { calls: seen.calls.length, mails: seen.mails.length };

  for (const { ids, by, came } of alikeOf(held, seen)) {
    const names = ids.join(' and ');
    for (const id of ids)
      if (held.boxes.get(id) !== 'sent') lost.push(`${id}: ${held.boxes.get(id) ?? 'reached no box'}`);
    if (came.length < ids.length) lost.push(`${names}: came ${came.length} times`);
    arrived += Math.min(came.length, ids.length);
    const story = storyOf(ids, came, by, seen, ends);
    for (const [life, after] of ends.entries()) {
      const [from, upTo] = [seen.killedAt[life - 1]?.[by] ?? 0, (seen.killedAt[life] ?? all)[by]];
      const times = came.filter((at) => at >= from && at < upTo).length;
      const noted = ids.filter((id) => after.get(id) === 'sent' && ends[life - 1]?.get(id) !== 'sent').length;
      const open = ids.filter((id) => after.get(id) === 'waiting').length;
      if (times < noted) lost.push(`${names}: noted as sent before it came`);
      if (times > noted + open) unexplained.push(`${names}: ${times} times in life ${life}; ${story}`);
      doubles += Math.max(0, times - noted);
    }
  }
  return { arrived, doubles, lost, unexplained };
}

/** In which lives it came, and what its box noted at the end of each in which that was something else than before. */
function storyOf(
  ids: readonly string[],
  came: readonly number[],
  by: keyof Counts,
  { killedAt }: Seen,
  ends: readonly Snapshot[],
): string {
  const lives = came.map((at) => killedAt.filter((counts) => counts[by] <= at).length);
  const noted = ends.map((end) => ids.map((id) => end.get(id) ?? 'nothing').join('+'));
  const changes = noted.flatMap((state, life) => (state === noted[life - 1] ? [] : [`${life} ${state}`]));
  return `came in ${lives.join(', ')}; box: ${changes.join(', ')}`;
}

function alikeOf({ due, cases }: Held, { calls, mails }: Seen): readonly Alike[] {
  const byNumber = new Map(cases.map((one) => [one.number, one]));
  const found = new Map<string, Alike>();
  for (const notification of due) {
    const { id, about, to } = notification;
    const place = placeOf(notification);
    const sign = signOf(notification, byNumber.get(about.id));
    const key = [about.id, place, sign.source].join(' ');
    const known = found.get(key);
    if (known !== undefined) found.set(key, { ...known, ids: [...known.ids, id] });
    else if (to.kind === 'customer') {
      const came = mails.flatMap(({ text }, at) => (sign.test(text) ? [at] : []));
      found.set(key, { ids: [id], by: 'mails', came });
    } else {
      const came = calls.flatMap(({ kind, conversationId, body }, at) =>
        kind === 'send' && conversationId === place && isOf(body, about.id, sign) ? [at] : [],
      );
      found.set(key, { ids: [id], by: 'calls', came });
    }
  }
  return [...found.values()];
}

function placeOf({ to, id }: Notification): string {
  if (to.kind === 'person') return chatOf(to.person);
  if (to.kind === 'customer') return 'mail';
  const services = DESKS.find(({ group }) => to.kind === 'group' && group === to.group);
  if (services === undefined) throw new Error(`${id} goes where nobody is`);
  return services.channel;
}

function isOf(body: { readonly summary?: string }, number: string, sign: RegExp): boolean {
  const summary = body.summary ?? '';
  return summary.startsWith(number) && (sign.test(summary) || sign.test(JSON.stringify(body)));
}

/** What only the card of the notice says, among those of its case and place. */
function signOf({ topic, clock, entry: index = -1, id }: Notification, of: Case | undefined): RegExp {
  const entry = of?.timeline[index];
  switch (topic) {
    case 'arrival':
      // The case's own card, whatever became of the case meanwhile.
      return /^CS\d{7} · .+ · (?:New|In progress|Resolved|Closed)$/;
    case 'warning':
    case 'breach':
    case 'escalation':
      return new RegExp(`^CS\\d{7} · ${clockName(clock as ClockKey).replace(/[()]/g, String.raw`\$&`)}: `);
    case 'told':
      if (entry?.kind === 'noted') return new RegExp(`${entry.text}\\b`);
      if (entry?.kind === 'assigned') return /^CS\d{7}: The case is assigned to you/;
      if (entry?.kind === 'reassigned') return /^CS\d{7}: Reassigned to/;
      break;
    case 'mail':
      if (entry?.kind === 'interim-sent') return new RegExp(`^${entry.text}$`);
      break;
  }
  throw new Error(`${id} is of no kind that is driven here`);
}
