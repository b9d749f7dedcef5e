import { sendFaultOf } from '../../src/teams/send-fault';
import type { CardValue } from '../../src/cards/shared/card-value';
import type { Sender } from '../../src/ports/sender';
import type { TimeSource } from '../../src/ports/time-source';
import type { Seeded } from '../support/seeded';
import { teamsLimits } from '../support/teams-limits';
import type { TeamsLimits } from '../support/teams-limits';
import { DOWN, nextAnswer, THROTTLED } from './answers';

/** A card that stands in a conversation. */
interface Taken {
  readonly notice: string;
  readonly to: string;
}

/** Teams as it is on a bad day: it takes cards within its limits, and answers with every fault it knows. */
export interface FaultyTeams extends Sender {
  readonly limits: TeamsLimits;
  /** The posts that it took, in order; a notice more than once where it came more than once. */
  readonly taken: readonly Taken[];
  /** Of each notice: how often its card was taken and the answer lost. */
  readonly lost: ReadonlyMap<string, number>;
  readonly answers: ReadonlyMap<string, number>;
}

/** What a card is of, by the id of its notice; arrivals of a case in a conversation share one. */
function noticeOf(card: CardValue, to: string): string {
  if (card.card === 'case-notification') return `${card.case.number}/told/${card.entry}/${card.reader}`;
  if (card.card === 'referred-back') return `${card.case.number}/referred-back/${card.entry}`;
  return card.card === 'case' ? `${card.case.number}/arrival` : `other/${to}`;
}

/** `down`: conversations that answer nothing but 503. `calm`: no faults at all. */
export function faultyTeams(
  time: TimeSource,
  random: Seeded,
  { down, calm = false }: { readonly down: ReadonlySet<string>; readonly calm?: boolean },
): FaultyTeams {
  const limits = teamsLimits(time);
  const taken: Taken[] = [];
  const lost = new Map<string, number>();
  const answers = new Map<string, number>();
  const call = (how: 'post' | 'update', to: string, card: CardValue): string => {
    const given = !limits.arrives(to)
      ? THROTTLED
      : down.has(to)
        ? DOWN
        : calm
          ? { name: 'well', taken: true }
          : nextAnswer(random);
    answers.set(given.name, (answers.get(given.name) ?? 0) + 1);
    const notification = noticeOf(card, to);
    if (given.taken && how === 'post') taken.push({ notice: notification, to });
    if (given.thrown === undefined) return `activity-${taken.length}`;
    if (given.taken && how === 'post') lost.set(notification, (lost.get(notification) ?? 0) + 1);
    throw sendFaultOf(given.thrown);
  };
  return {
    limits,
    taken,
    lost,
    answers,
    post: async ({ conversationId }, card) => {
      await Promise.resolve();
      return call('post', conversationId, card);
    },
    update: async ({ conversationId }, _activityId, card) => {
      await Promise.resolve();
      call('update', conversationId, card);
    },
  };
}
