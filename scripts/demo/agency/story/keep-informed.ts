import type { Case } from '../../../../src/domain/cases/case';
import { decideParFollowUp } from '../../../../src/domain/cases/pars/decide-par-follow-up';
import { decideStatus } from '../../../../src/domain/cases/decisions/decide-status';
import { decideUpdate } from '../../../../src/domain/cases/decisions/decide-update';
import { BUSINESS_DAY_MS } from '../../../../src/domain/calendar/calendars';
import type { Clock } from '../../../../src/domain/cases/clocks/clock';
import { clocksOf } from '../../../../src/domain/cases/clocks/clocks-of';
import type { Deed } from './life';
import type { Scene, Story } from './scene';

const KINDS = ['recurring-status', 'initial-update', 'recurring-update', 'par-follow-up'] as const;
type Kept = (typeof KINDS)[number];
const isKept = (clock: Clock): clock is Clock & { kind: Kept } => KINDS.some((kind) => kind === clock.kind);

/** How often an update is late, and how often it is forgotten. */
const LATE = 0.05;
const FORGOTTEN = 0.012;
const WORSE_IN_A_BAD_MONTH = 4;

/**
 * What is owed while somebody works on the case, up to an instant: status to the customer, updates of Level 3, follow-ups
 * of a PAR. Most come before their clock runs out, some late, a few never.
 */
export class Informed {
  readonly #planned = new Map<string, number>();

  constructor(private readonly scene: Scene) {}

  *until(at: number): Story {
    // Without a clock that can run out before, nothing is owed.
    for (let deed = this.#next(at); deed !== undefined; deed = this.#next(at)) yield deed;
  }

  #next(before: number): Deed | undefined {
    const { scene } = this;
    const running = clocksOf(scene.case, scene.context).filter(({ state }) => state === 'running');
    const [first] = running
      .filter(isKept)
      .map((clock) => ({ kind: clock.kind, at: Math.max(this.#plan(clock), scene.case.changedAt) }))
      .filter(({ at }) => at < before)
      .sort((one, other) => one.at - other.at);
    return first && deedOf(first.kind, scene, first.at);
  }

  #plan({ key, startAt, dueAt }: Clock): number {
    const known = this.#planned.get(key);
    if (known !== undefined) return known;
    const { chances, isBad } = this.scene;
    const worse = isBad ? WORSE_IN_A_BAD_MONTH : 1;
    const inTime = startAt + Math.floor((dueAt - startAt) * chances.between(0.45, 0.95));
    const late = dueAt + Math.floor(chances.between(0.1, 2) * BUSINESS_DAY_MS);
    const at = chances.happens(FORGOTTEN * worse) ? Infinity : chances.happens(LATE * worse) ? late : inTime;
    this.#planned.set(key, at);
    return at;
  }
}

const STATUSES = ['Your order is still being worked; the buyer expects an answer next week.', 'No change since our last word. We ask again on Monday.', 'The supplier has confirmed; we wait for the shipping date.']; // prettier-ignore
const BLUFS = ['Award expected within the date given.', 'Two quotes are in; the award follows.', 'First article is in test.', 'The supplier asks for more time; an alternative is looked at.']; // prettier-ignore

function deedOf(kind: Kept, scene: Scene, at: number): Deed {
  const { chances } = scene;
  switch (kind) {
    case 'recurring-status':
      return scene.deed(decideStatus, { text: chances.of(STATUSES) }, scene.level2, at);
    case 'par-follow-up':
      return scene.deed(decideParFollowUp, { text: 'Asked the post-award team again.' }, scene.level2, at);
    case 'initial-update':
    case 'recurring-update':
      return scene.deed(decideUpdate, update(scene.case, scene, at), scene.holder, at);
  }
}

/** A recurring update says what has changed since the first (rule L3-4). */
function update({ timeline }: Case, scene: Scene, at: number) {
  const nth = timeline.filter(({ kind }) => kind === 'quality-update').length;
  const quotes = scene.chances.happens(0.2) ? { quotes: 'Two, both above the last price.' } : {};
  return {
    bluf: `${scene.chances.of(BLUFS)}${nth === 0 ? '' : ` Update ${nth + 1}.`}`,
    dateKind: scene.chances.happens(0.5) ? 'EAD' : 'ESD',
    date: scene.dateIn(scene.chances.between(7, 60), at),
    ...quotes,
  };
}
