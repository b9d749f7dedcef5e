import type { PersonId } from '../people/directory';
import { parName } from './par-name';
import type { Entry, Par } from './timeline';

/** What was done about a PAR: when (epoch milliseconds), by whom, and what was written. */
interface ParWord {
  readonly at: number;
  readonly by: PersonId;
  readonly text: string;
}

/** A PAR with its whole life on the case (rules CK-8, CK-9, CL-4). */
export interface ParRecord extends Par {
  readonly submittedAt: number;
  readonly submittedBy: PersonId;
  /** Number of the PAR whose answer was inadequate, where this one follows it. */
  readonly references?: string;
  readonly followUps: readonly ParWord[];
  /** The answer as it was judged last; absent while it is awaited. */
  readonly completed?: ParWord & { readonly adequate: boolean };
}

/** The PARs of a case after one more entry; the same list where it concerns none. */
export function parsAfter(pars: readonly ParRecord[], entry: Entry): readonly ParRecord[] {
  const { at, by } = entry;
  if (entry.kind === 'escalated' && entry.par !== undefined) return submitted(pars, entry.par, { at, by });
  if (entry.kind === 'par-submitted') return submitted(pars, entry.par, { at, by }, entry.references);
  if (entry.kind === 'par-followed-up') {
    const word = { at, by, text: entry.text };
    return changed(pars, entry.number, (par) => ({ ...par, followUps: [...par.followUps, word] }));
  }
  if (entry.kind === 'par-completed') {
    const completed = { at, by, text: entry.text, adequate: entry.adequate };
    return changed(pars, entry.number, (par) => ({ ...par, completed }));
  }
  return pars;
}

/** A case that is escalated with the PAR that is open on it already has no other by that. */
function submitted(
  pars: readonly ParRecord[],
  par: Par,
  { at, by }: Omit<ParWord, 'text'>,
  references?: string,
): readonly ParRecord[] {
  if (isOpen(pars, par.number)) return pars;
  const followed = references === undefined ? {} : { references };
  return [...pars, { ...par, submittedAt: at, submittedBy: by, ...followed, followUps: [] }];
}

/** The latest PAR of that number changes; the others stay. */
function changed(
  pars: readonly ParRecord[],
  number: string,
  change: (par: ParRecord) => ParRecord,
): readonly ParRecord[] {
  const index = pars.findLastIndex((par) => par.number === number);
  const par = pars[index];
  return par === undefined ? pars : pars.with(index, change(par));
}

const isOpen = (pars: readonly ParRecord[], number: string): boolean =>
  pars.some((par) => par.number === number && par.completed === undefined);

/**
 * Why the case stays open for its PAR: its last answer was inadequate, and the PAR that references it has no adequate
 * one yet (rule CL-4, DLAM 3000.05 E4 7.d); nothing where no PAR keeps it open.
 */
export function parKeepsOpen(pars: readonly ParRecord[]): string | undefined {
  const last = pars.at(-1);
  if (last === undefined) return undefined;
  if (last.completed === undefined && last.references !== undefined) {
    return `The answer to ${parName(last.references)} was inadequate, and ${parName(last.number)} that references it is not completed. The case stays open until its answer is adequate.`;
  }
  return last.completed?.adequate === false
    ? `The answer to ${parName(last.number)} was inadequate. Submit a new PAR that references it first.`
    : undefined;
}
