import type { CaseRepository } from '../ports/cases';
import type { PostRegister } from '../ports/conversations';
import type { Log } from '../ports/log';
import type { Outbox } from './outbox/outbox';

const BATCH = 100;
/** The most that one question to the store may ask for. */
const MOST = 1_000;

interface RelayParts {
  readonly cases: CaseRepository;
  readonly posts: PostRegister;
  readonly outbox: Outbox;
  readonly mailbox: Outbox;
  readonly log: Log;
}

type Pending = Awaited<ReturnType<CaseRepository['withPendingNotices']>>[number];

/**
 * Moves the notices that were saved with cases into the outbox, then takes them off the cases. Each step can be
 * repeated, so a process that is killed in between loses nothing and doubles nothing. Each case is met once a run: one
 * at fault is logged, stops no other and waits for the next run.
 */
export async function relayOnce({ cases, posts, outbox, mailbox, log }: RelayParts): Promise<void> {
  const met = new Set<string>();
  for (;;) {
    const pending = await cases.withPendingNotices(Math.min(BATCH + met.size, MOST));
    const toDo = pending.filter(({ number }) => !met.has(number));
    if (toDo.length === 0) return;
    for (const { number } of toDo) met.add(number);
    // Side by side, so that the store is waited for once and not for each case.
    await Promise.all(toDo.map((pending) => handOver(pending)));
  }

  async function handOver({ number, read, notices }: Pending): Promise<void> {
    try {
      const { timeline } = read().case;
      for (const [place, notice] of notices.entries()) {
        if (notice.to.kind === 'customer') await mailbox.put(notice, place);
        else if (notice.to.kind !== 'posts') await outbox.put(notice, place);
        else
          for (const post of await posts.ofCase(number))
            if (post.shows < timeline.length) await outbox.putRefresh(notice, post);
      }
      await cases.clearPending(
        number,
        notices.map((notice) => notice.id),
      );
    } catch (error) {
      log.error({ case: number, err: error }, 'Notices of a case could not be handed over');
    }
  }
}
