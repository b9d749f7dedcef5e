import { admittedBy } from '../domain/memberships/membership';
import type { Log } from '../ports/log';
import type { PendingRequest } from '../ports/memberships';
import type { DeliveryParts } from './delivery/delivery-parts';

const BATCH = 100;

/**
 * Brings approvals into the directory and the notices of requests into the outbox, then takes them off the requests.
 * Each step can be repeated: where a process ended after the answer and before the admission, it is made up for here,
 * before the person is told. A request at fault is logged and stops no other.
 */
export async function relayRequests({
  memberships,
  directories,
  outbox,
  log,
}: Pick<DeliveryParts, 'memberships' | 'directories' | 'outbox'> & { readonly log: Log }): Promise<void> {
  const pending = await memberships.withPendingNotices(BATCH);
  for (const each of pending) {
    try {
      await handOver(each);
    } catch (error) {
      log.error({ request: each.request.id, err: error }, 'A membership request could not be handed over');
    }
  }

  async function handOver({ request, notices }: PendingRequest): Promise<void> {
    const { answer, group, id } = request;
    if (answer?.how === 'approved') {
      const act = { by: answer.by, at: answer.at, cause: answer.cause, request: id };
      await directories.admit(admittedBy(request, directories.current()), group, act);
    }
    for (const [place, notice] of notices.entries()) await outbox.put(notice, place);
    await memberships.clearPending(
      request.id,
      notices.map(({ id }) => id),
    );
  }
}
