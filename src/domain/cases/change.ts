import { dueHappenings } from './notices/due-happenings';
import { noticesFor } from './notices/notices-for';
import { nextDueAt } from './clocks/clocks-of';
import type { Notice } from './notices/notice';
import { askedAtClosing } from './satisfaction/ask';
import type { World } from '../kernel/world';
import type { Case } from './case';
import { evolve, projectCase } from './project-case';
import type { Actor, Entry, Happening, Where } from './timeline';

/** A case with the notices that its change makes; both are saved in one write. */
export interface CaseChange {
  readonly case: Case;
  readonly notices: readonly Notice[];
  /** The earliest moment at which a clock of it warns or is missed; absent with no clock running. */
  readonly nextDueAt?: number;
}

/** Who acts, when (epoch milliseconds), where, and the id of the activity or sweep that brought it. */
interface Act {
  readonly by: Actor;
  readonly at: number;
  readonly cause: string;
  readonly where?: Where;
}

/** Whether the act of this cause stands in the timeline already: an activity that comes twice is handled once. */
export const alreadyDone = (subject: Case, cause: string): boolean =>
  subject.timeline.some((entry) => entry.cause === cause);

/** A new case from its first happenings, of which the first is `opened`. */
export function openCase(
  number: string,
  happenings: readonly Happening[],
  act: Act,
  world: World,
): CaseChange {
  const opened = projectCase(number, entriesOf(happenings, act, act.at));
  return changed(opened, noticesFor(undefined, opened, world), world);
}

/**
 * The case after the happenings were appended, with the notices they make. Happenings whose cause is in the timeline
 * already, and none at all, change nothing. Entries never go back in time, whatever the clocks of two machines say.
 */
export function changeOf(before: Case, happenings: readonly Happening[], act: Act, world: World): CaseChange {
  if (happenings.length === 0 || alreadyDone(before, act.cause)) return changed(before, [], world);
  const at = Math.max(act.at, before.changedAt);
  const entries = [...missedBefore(before, act, at, world), ...entriesOf(happenings, act, at)];
  const acted = evolve(before, entries);
  const asked = askedAtClosing(before, acted, world);
  const after = evolve(acted, entriesOf(asked, { by: 'casekeeper', at, cause: act.cause }, at));
  return changed(after, noticesFor(before, after, world), world);
}

/**
 * Clocks that ran out before this change and were not swept yet: what cures a breach must not hide it (rule CK-11).
 * The sweep's own changes are these happenings themselves.
 */
function missedBefore(before: Case, act: Act, at: number, world: World): readonly Entry[] {
  if (act.by === 'casekeeper') return [];
  const missed = dueHappenings(before, { ...world, now: at }).filter(({ kind }) => kind === 'clock-missed');
  return entriesOf(missed, { by: 'casekeeper', at, cause: act.cause }, at);
}

const entriesOf = (happenings: readonly Happening[], { by, cause, where }: Act, at: number): Entry[] =>
  happenings.map((happening) => ({
    ...happening,
    at,
    by,
    cause,
    ...(where === undefined ? {} : { where }),
  }));

function changed(subject: Case, notices: readonly Notice[], world: World): CaseChange {
  const due = nextDueAt(subject, world);
  return { case: subject, notices, ...(due === undefined ? {} : { nextDueAt: due }) };
}
