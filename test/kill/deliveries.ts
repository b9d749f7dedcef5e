import { clockName } from '../../src/cards/entry-text';
import type { Notice } from '../../src/domain/alerts/notice';
import type { Case } from '../../src/domain/cases/case';
import type { StubConnector } from '../support/connector';
import { chatOf, DESKS } from './desk';
import type { Held } from './held';
import type { Snapshot } from './snapshot';

/** What came of the notices, as the connector saw it and the outbox noted it. */
export interface Deliveries {
  readonly arrived: number;
  /** Came again, after a kill between the connector's answer and the note of it. */
  readonly doubles: number;
  /** Notices that did not come, each with why that is so. */
  readonly lost: readonly string[];
  /** What neither a kill nor a notice explains. */
  readonly unexplained: readonly string[];
}

/** Notices whose cards cannot be told from each other: a clock's warning that leaves late shows that it was missed. */
interface Alike {
  readonly place: string;
  readonly sign: RegExp;
  readonly notices: readonly Notice[];
}

/**
 * Sets the calls of the connector against the notices. A life is what lies between two kills: `killedAt` is the number
 * of calls before each, `snapshots` the outbox after each. In every life the cards of a notice that came are those that
 * the outbox noted as sent in it, and beyond them at most those that it left waiting: answered, and not noted.
 */
export function deliveriesOf(
  held: Held,
  calls: StubConnector['calls'],
  killedAt: readonly number[],
  snapshots: readonly Snapshot[],
): Deliveries {
  const lost: string[] = [];
  const unexplained: string[] = [];
  let arrived = 0;
  let doubles = 0;
  const cases = new Map(held.cases.map((one) => [one.number, one]));
  const final: Snapshot = new Map([...held.outbox].map(([id, { state }]) => [id, state]));
  const ends = [...snapshots, final];
  const lives = ends.map((after, life) => ({
    before: ends[life - 1] ?? (new Map() as Snapshot),
    after,
    from: killedAt[life - 1] ?? 0,
    upTo: killedAt[life] ?? calls.length,
  }));

  for (const { place, sign, notices } of alikeOf(held.due, cases)) {
    const ids = notices.map(({ id }) => id);
    const number = notices[0]?.caseNumber ?? '';
    const came = calls.flatMap((call, at) =>
      call.kind === 'send' && call.conversationId === place && isOf(call.body, number, sign) ? [at] : [],
    );
    for (const id of ids)
      if (final.get(id) !== 'sent') lost.push(`${id}: ${final.get(id) ?? 'never reached the outbox'}`);
    if (came.length < ids.length) lost.push(`${ids.join(' and ')}: came ${came.length} times`);
    arrived += Math.min(came.length, ids.length);
    for (const { before, after, from, upTo } of lives) {
      const seen = came.filter((at) => at >= from && at < upTo).length;
      const noted = ids.filter((id) => after.get(id) === 'sent' && before.get(id) !== 'sent').length;
      const open = ids.filter((id) => after.get(id) === 'waiting').length;
      if (seen < noted) lost.push(`${ids.join(' and ')}: noted as sent before it came`);
      if (seen > noted + open) unexplained.push(`${ids.join(' and ')}: ${seen} times in one life`);
      doubles += Math.max(0, seen - noted);
    }
  }
  return { arrived, doubles, lost, unexplained };
}

function alikeOf(due: readonly Notice[], cases: ReadonlyMap<string, Case>): readonly Alike[] {
  const found = new Map<string, Alike>();
  for (const notice of due) {
    const place = placeOf(notice);
    const sign = signOf(notice, cases.get(notice.caseNumber));
    const key = [notice.caseNumber, place, sign.source].join(' ');
    found.set(key, { place, sign, notices: [...(found.get(key)?.notices ?? []), notice] });
  }
  return [...found.values()];
}

function placeOf({ to, id }: Notice): string {
  if (to.kind === 'person') return chatOf(to.person);
  const desk = DESKS.find(({ group }) => to.kind === 'group' && group === to.group);
  if (desk === undefined) throw new Error(`${id} goes where nobody is`);
  return desk.channel;
}

function isOf(body: { readonly summary?: string }, number: string, sign: RegExp): boolean {
  const summary = body.summary ?? '';
  return summary.startsWith(number) && (sign.test(summary) || sign.test(JSON.stringify(body)));
}

/** What only the card of the notice says, among those of its case and place. */
function signOf({ subject, id }: Notice, of: Case | undefined): RegExp {
  switch (subject.kind) {
    case 'arrival':
      // The case's own card, whatever became of the case meanwhile.
      return /^CS\d{7} · .+ · (?:New|In progress|Resolved|Closed)$/;
    case 'warning':
    case 'breach':
      return new RegExp(`^CS\\d{7} · ${clockName(subject.clock).replace(/[()]/g, String.raw`\$&`)}: `);
    case 'told': {
      const entry = of?.timeline[subject.entry];
      if (entry?.kind === 'noted') return new RegExp(`${entry.text}\\b`);
      if (entry?.kind === 'assigned') return /^CS\d{7}: The case is yours/;
      if (entry?.kind === 'reassigned') return /^CS\d{7}: Reassigned to/;
      break;
    }
    case 'approval':
    case 'referred-back':
    case 'supervisors-asked':
    case 'undelivered':
    case 'refresh':
  }
  throw new Error(`${id} is of no kind that is driven here`);
}
