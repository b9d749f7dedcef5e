import type { TimeSource } from '../ports/time-source';
import type { NoticeDesk, StandingNotice } from '../ports/notice-desk';
import type { AsideRecord, CasesAside } from './cases-aside';
import type { Outbox, OutboxRecord } from './outbox';
import { aboutOf } from './outbox-item';
import type { OutboxItem } from './outbox-item';

function subjectOf({ notice }: OutboxItem): StandingNotice['about'] {
  if ('problem' in notice) return `problem-${notice.subject}`;
  if ('plan' in notice) return `plan-${notice.subject}`;
  if ('report' in notice) return `report-${notice.subject}`;
  return 'request' in notice ? `request-${notice.subject}` : notice.subject.kind;
}

/** What a set-aside case is called in the list, beside the ids of notices. */
const CASE_PREFIX = 'case:';

/** The outbox and the cases that are set aside, as the program office sees it. `changed` is told when something is to be sent again. */
export function noticeDesk(
  outbox: Outbox,
  wall: TimeSource,
  changed: () => void,
  aside: CasesAside,
): NoticeDesk {
  const standingOf = ({ id, value }: OutboxRecord): StandingNotice => ({
    id,
    of: aboutOf(value),
    about: subjectOf(value),
    to: value.notice.to,
    state: value.state === 'parked' ? 'parked' : 'dead',
    waitedMs: Math.max(0, wall.now() - value.since),
    ...(value.state === 'dead' && value.why !== undefined ? { why: value.why } : {}),
    ...(value.state === 'dead' && value.reference !== undefined ? { reference: value.reference } : {}),
  });
  const asideOf = ({ id, value }: AsideRecord): StandingNotice => ({
    id: `${CASE_PREFIX}${id}`,
    of: id,
    about: 'case',
    to: { kind: 'posts' },
    state: 'dead',
    waitedMs: Math.max(0, wall.now() - value.since),
    why: 'broken-case',
    reference: value.reference,
  });
  const tryCase = async (id: string): Promise<boolean> => {
    const tried = await aside.tryNow(id);
    if (tried) changed();
    return tried;
  };
  return {
    // Cases first: one of them may hide many notices.
    standing: async (limit) => {
      const ill = (await aside.all(limit)).map(asideOf);
      const lost = ill.length < limit ? await outbox.standing(limit - ill.length) : [];
      return [...ill, ...lost.map(standingOf)];
    },
    sendAgain: async (id) => {
      if (id.startsWith(CASE_PREFIX)) return tryCase(id.slice(CASE_PREFIX.length));
      const revived = await outbox.revive(id);
      if (revived) changed();
      return revived;
    },
    sendAllAgain: async () => {
      let count = await outbox.reviveAll();
      for (const { id } of await aside.all()) if (await tryCase(id)) count++;
      if (count > 0) changed();
      return count;
    },
  };
}
