import { changeOf } from '../../domain/cases/change';
import type { Case } from '../../domain/cases/case';
import { decideLink, linkTo } from '../../domain/cases/decisions/decide-link';
import { mayNow } from '../../domain/cases/decision';
import type { EntryOf } from '../../domain/cases/timeline';
import { faulty, no, ok, refusal, type Result } from '../../domain/kernel/refusal';
import type { SavedCase } from '../../ports/cases';
import { untilSaved } from '../../runtime/until-saved';
import type { CommandContext } from '../command';
import { whereOf } from '../where-of';

type Link = Pick<EntryOf<'linked'>, 'by' | 'cause' | 'why' | 'where'>;

/**
 * Links two cases, in both timelines under one cause (rule CA-3). No save spans two cases, so the one with the lower
 * number is written first: of two people who link a pair at once, in either order, one is first and the other is told
 * that it is linked. A link that is on one case only is completed when anyone links them again.
 */
export async function linkCases(
  context: CommandContext,
  number: string,
  other: string,
  why: string,
): Promise<Result<Case>> {
  const [low, high] = [number, other].sort() as [string, string];
  const cause = `${context.cause}|${low}-${high}`;
  return untilSaved<Result<Case>>(number, async () => {
    const [subject, found] = await Promise.all([context.cases.get(number), context.cases.get(other)]);
    if (subject === undefined) return no(refusal('no-such-case', { number }));
    const ends = found === undefined ? [] : [linkTo(subject.state, other), linkTo(found.state, number)];
    const standing = ends.find((end) => end !== undefined);
    const isWhole = standing !== undefined && !ends.includes(undefined);
    if (isWhole && standing.cause === cause) return ok(subject.state);
    const link = linkOf(subject.state, { other, why }, isWhole ? undefined : standing, cause, context);
    if (!link.ok) return link;
    if (found === undefined) return no(noSuchOther(other));
    const pair = number === low ? ([subject, found] as const) : ([found, subject] as const);
    if (!(await linkFrom(pair[0], high, link.value, context))) return 'conflict';
    if (!(await linkFrom(pair[1], low, link.value, context))) return 'conflict';
    if (link.value.cause !== cause) return no(linkedAlready(number, other));
    const linked = await context.cases.get(number);
    return ok(linked?.state ?? subject.state);
  });
}

/** The link to write: the half of one that is already there, otherwise a new one. */
function linkOf(
  subject: Case,
  typed: { readonly other: string; readonly why: string },
  half: Link | undefined,
  cause: string,
  context: CommandContext,
): Result<Link> {
  const may = mayNow('case.link', subject, context.actor, context);
  if (!may.ok) return may;
  if (half !== undefined) return ok(half);
  const decided = decideLink(subject, typed, context.actor, context);
  if (!decided.ok) return decided;
  const [linked] = decided.value;
  if (linked?.kind !== 'linked') throw new Error("Linking two cases produced an event that isn't a link");
  const where = whereOf(context.place, context.directory);
  return ok({ by: context.actor.id, cause, why: linked.why, where });
}

/** Writes the link into one case. False if someone else changed the case in the meantime. */
async function linkFrom(from: SavedCase, to: string, link: Link, context: CommandContext): Promise<boolean> {
  if (linkTo(from.state, to) !== undefined) return true;
  const { why, ...act } = link;
  const change = changeOf(from.state, [{ kind: 'linked', to, why }], { ...act, at: context.now }, context);
  const outcome = await context.cases.save(from.version, change);
  if (outcome.kind === 'saved') context.saved?.(from.state.number);
  return outcome.kind === 'saved';
}

const noSuchOther = (other: string) =>
  faulty([{ field: 'other', message: `${other} wasn't found. Check the number, or find it by words.` }]);

const linkedAlready = (number: string, other: string) =>
  faulty([
    { field: 'other', message: `${number} and ${other} are already linked. Someone else linked them.` },
  ]);
