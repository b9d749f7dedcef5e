import type { TimeSource } from '../ports';
import type { NoticeDesk, StandingNotice } from '../ports/notice-desk';
import type { Outbox, OutboxRecord } from './outbox';
import { aboutOf } from './outbox-item';
import type { OutboxItem } from './outbox-item';

function subjectOf({ notice }: OutboxItem): StandingNotice['about'] {
  if ('problem' in notice) return `problem-${notice.subject}`;
  return 'request' in notice ? `request-${notice.subject}` : notice.subject.kind;
}

/** The outbox as the program office sees it. `changed` is told when something is to be sent again. */
export function noticeDesk(outbox: Outbox, wall: TimeSource, changed: () => void): NoticeDesk {
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
  return {
    standing: async (limit) => (await outbox.standing(limit)).map(standingOf),
    sendAgain: async (id) => {
      const revived = await outbox.revive(id);
      if (revived) changed();
      return revived;
    },
    sendAllAgain: async () => {
      const count = await outbox.reviveAll();
      if (count > 0) changed();
      return count;
    },
  };
}
