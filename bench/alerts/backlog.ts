import type { Notification } from '../../src/domain/kernel/notification';
import { outboxOf } from '../../src/notifications/outbox/outbox';
import { OUTBOX } from '../../src/notifications/outbox/outbox-item';
import type { TimeSource } from '../../src/ports/time-source';
import { CASE } from '../../src/storage/repositories/case-record';
import { ADDRESS, StoredAddresses } from '../../src/storage/repositories/address-book';
import type { Engine } from '../../src/storage/store';
import { leastMs } from './least-time';
import { channelOf, chatOf, fill, groupOf, numberOf, personOf, site, WEDNESDAY, worldOn } from './site';

/** One in so many goes to one of a few busy channels, whose own limits it meets. */
const ONE_IN = 20;
const BUSY = 4;
const AT_ONCE = 500;

const toOf = (nth: number): Notification['to'] & { readonly kind: 'group' | 'person' } =>
  nth % ONE_IN === 0
    ? { kind: 'group', group: groupOf((nth / ONE_IN) % BUSY) }
    : { kind: 'person', person: personOf(nth) };

/** What waits in an outbox, each notice of a case of its own. Answers the least time that Teams' limits leave for it. */
export async function backlog(
  engine: Engine,
  count: number,
  serviceUrl: string,
  wall: TimeSource,
): Promise<{ readonly leastMs: number }> {
  const context = worldOn({ now: () => WEDNESDAY }, serviceUrl)();
  await fill(await engine.store(CASE), count, () => WEDNESDAY, context);
  const people = new StoredAddresses(await engine.store(ADDRESS));
  for (const { id } of site(serviceUrl).people)
    await people.put(id, { conversationId: chatOf(id), serviceUrl, kind: 'personal' });
  const outbox = outboxOf(await engine.store(OUTBOX), wall);
  const toEach = new Map<string, number>();
  for (let from = 0; from < count; from += AT_ONCE)
    await Promise.all(
      Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, place) => {
        const nth = from + place;
        const to = toOf(nth);
        const conversation = to.kind === 'group' ? channelOf(to.group) : chatOf(to.person);
        toEach.set(conversation, (toEach.get(conversation) ?? 0) + 1);
        const said = to.kind === 'group' ? { topic: 'arrival', entry: 0 } : { topic: 'told', entry: 1 };
        const about = { kind: 'case', id: numberOf(nth) };
        const id = `${about.id}/${said.topic}/${conversation}`;
        return outbox.put({ id, about, ...said, to, mentions: [], madeAt: WEDNESDAY }, 0);
      }),
    );
  return { leastMs: leastMs([...toEach.values()]) };
}
