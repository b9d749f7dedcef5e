import { clockName } from '../../src/cards/entry-text';
import { OUTBOX } from '../../src/alerts/outbox-item';
import type { OutboxItem } from '../../src/alerts/outbox-item';
import type { Notice } from '../../src/domain/alerts/notice';
import { noticesFor } from '../../src/domain/alerts/notices-for';
import type { Case } from '../../src/domain/cases/case';
import { projectCase } from '../../src/domain/cases/project-case';
import type { World } from '../../src/domain/world';
import { loadPolicies, worldOf } from '../../src/site';
import { openEngine } from '../../src/storage/open-engine';
import { openRepositories } from '../../src/storage/open-repositories';
import type { StubConnector } from '../support/connector';

/** What the store holds after the last stop. */
export interface Held {
  readonly cases: readonly Case[];
  /** The notices that the timelines say were due, made anew from them. */
  readonly due: readonly Notice[];
  readonly outbox: ReadonlyMap<string, OutboxItem>;
  readonly addressOf: (notice: Notice) => Promise<string | undefined>;
}

/** Reads everything out of a data directory that no bot holds any more. */
export async function readHeld(dataDir: string, policyFile: string): Promise<Held> {
  const engine = await openEngine({ dataDir });
  try {
    const { cases: register, addresses, directories } = await openRepositories(engine);
    const time = { now: () => Date.now() };
    const world = worldOf(() => directories.current(), loadPolicies(policyFile), time, 'production');
    const cases: Case[] = [];
    for await (const one of register.changedSince(0)) cases.push(one);
    const due = cases.flatMap((one) => noticesOf(one, world()));
    const store = await engine.store(OUTBOX);
    const outbox = new Map<string, OutboxItem>();
    for (const { id } of due) {
      const found = await store.get(id);
      if (found !== undefined) outbox.set(id, found.value);
    }
    const places = new Map<string, string>();
    for (const { id } of world().directory.people) {
      const address = await addresses.get(id);
      if (address !== undefined) places.set(id, address.conversationId);
    }
    const addressOf = ({ to }: Notice): Promise<string | undefined> =>
      Promise.resolve(
        to.kind === 'person'
          ? places.get(to.person)
          : to.kind === 'group'
            ? world().directory.group(to.group)?.channel?.conversationId
            : undefined,
      );
    return { cases, due, outbox, addressOf };
  } finally {
    await engine.close();
  }
}

/** The notices of each change of a case; the entries of one change have one cause. */
function noticesOf({ number, timeline }: Case, world: World): readonly Notice[] {
  const made: Notice[] = [];
  for (let from = 0; from < timeline.length;) {
    let upTo = from + 1;
    while (upTo < timeline.length && timeline[upTo]?.cause === timeline[from]?.cause) upTo++;
    const before = from === 0 ? undefined : projectCase(number, timeline.slice(0, from));
    const after = projectCase(number, timeline.slice(0, upTo));
    made.push(...noticesFor(before, after, { ...world, now: after.changedAt }));
    from = upTo;
  }
  return made.filter(({ to }) => to.kind !== 'posts');
}

/** The calls of the connector that brought a notice: the same place, the same case, and what only its card says. */
export function callsOf(notice: Notice, place: string, held: Held, calls: StubConnector['calls']): number[] {
  const of = held.cases.find(({ number }) => number === notice.caseNumber);
  const sign = signOf(notice, of);
  return calls.flatMap(({ kind, conversationId, body }, index) => {
    if (kind !== 'send' || conversationId !== place) return [];
    const summary = String((body as { summary?: string }).summary);
    if (!summary.startsWith(notice.caseNumber)) return [];
    return sign.test(summary) || sign.test(JSON.stringify(body)) ? [index] : [];
  });
}

function signOf({ subject, id }: Notice, of: Case | undefined): RegExp {
  switch (subject.kind) {
    case 'arrival':
      // The case's own card, whatever became of the case meanwhile.
      return /^CS\d{7} · .+ · (?:New|In progress|Resolved|Closed)$/;
    case 'warning':
    case 'breach':
    case 'escalation':
      return new RegExp(`^CS\\d{7} · ${clockName(subject.clock).replace(/[()]/g, String.raw`\$&`)}: `);
    case 'told': {
      const entry = of?.timeline[subject.entry];
      if (entry?.kind === 'noted') return new RegExp(entry.text.replaceAll('.', String.raw`\\*\.`));
      return entry?.kind === 'reassigned' ? /^CS\d{7}: Reassigned to/ : /$^/;
    }
    case 'referred-back':
    case 'supervisors-asked':
    case 'approval':
    case 'undelivered':
    case 'set-aside':
    case 'refresh':
    case 'mail':
      throw new Error(`${id} is of no kind that is driven here`);
  }
}
