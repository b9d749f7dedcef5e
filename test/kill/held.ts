import type { Case } from '../../src/domain/cases/case';
import { caseType } from '../../src/domain/cases/case-type';
import { projectCase } from '../../src/domain/cases/project-case';
import { notificationsOf } from '../../src/domain/kernel/change-of';
import type { Notification } from '../../src/domain/kernel/notification';
import type { DomainContext } from '../../src/domain/kernel/domain-context';
import type { Post } from '../../src/ports/conversations';
import { loadPolicies, domainContextOf } from '../../src/app/site';
import { openEngine } from '../../src/storage/open-engine';
import { openRepositories } from '../../src/storage/open-repositories';
import type { Site } from './site';
import { boxesIn } from './snapshot';
import type { Snapshot } from './snapshot';

/** What the store holds after the last stop. */
export interface Held {
  readonly cases: readonly Case[];
  /** The notices that the timelines say were due, made anew from them. */
  readonly due: readonly Notification[];
  readonly boxes: Snapshot;
  /** Cards that stand somewhere. */
  readonly posts: readonly Post[];
  /** Cases whose notices were not handed to the outbox. */
  readonly pending: readonly string[];
}

/** Reads everything out of a data directory that no bot holds any more. */
export async function readHeld({ dataDir, policyFile }: Site): Promise<Held> {
  const engine = await openEngine({ dataDir });
  try {
    const { cases: register, directories, posts: standing } = await openRepositories(engine);
    const time = { now: () => Date.now() };
    const context = domainContextOf(
      () => directories.current(),
      loadPolicies(policyFile),
      time,
      'production',
    );
    const cases: Case[] = [];
    for await (const one of register.changedSince(0)) cases.push(one);
    const posts: Post[] = [];
    for (const { number } of cases) posts.push(...(await standing.ofRecord({ kind: 'case', id: number })));
    return {
      cases,
      due: cases.flatMap((one) => noticesOf(one, context())),
      boxes: await boxesIn(engine),
      posts,
      pending: (await register.pending(10)).map(({ id }) => id),
    };
  } finally {
    await engine.close();
  }
}

/** The notices of each change of a case; the entries of one change have one cause. */
function noticesOf({ number, timeline }: Case, context: DomainContext): readonly Notification[] {
  const made: Notification[] = [];
  for (let from = 0; from < timeline.length;) {
    let upTo = from + 1;
    while (upTo < timeline.length && timeline[upTo]?.cause === timeline[from]?.cause) upTo++;
    const before = from === 0 ? undefined : projectCase(number, timeline.slice(0, from));
    const after = projectCase(number, timeline.slice(0, upTo));
    made.push(...notificationsOf(caseType, number, before, after, { ...context, now: after.changedAt }));
    from = upTo;
  }
  return made.filter(({ to }) => to.kind !== 'posts');
}
