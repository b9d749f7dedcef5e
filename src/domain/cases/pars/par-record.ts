import type { PersonId } from '../../directory/directory';
import { normalNumber } from '../../kernel/text/document-number';
import { parName } from './par-name';
import type { Entry, Par } from '../timeline';

/** What was done about a PAR: when (epoch milliseconds), by whom, and what was written. */
interface ParWord {
  readonly at: number;
  readonly by: PersonId;
  readonly text: string;
}

/** A PAR with its whole life on the case (rules CK-8, CK-9, CL-4, CL-8). */
export interface ParRecord extends Par {
  readonly submittedAt: number;
  readonly submittedBy: PersonId;
  /** Number of the PAR whose answer was inadequate, where this one follows it. */
  readonly references?: string;
  readonly followUps: readonly ParWord[];
  /** The answer as it was judged last; absent while it is awaited. */
  readonly completed?: ParWord & { readonly adequate: boolean };
  /** When, by whom, and why it was withdrawn; absent where it was not. */
  readonly withdrawn?: ParWord;
}

/**
 * The PARs of a case after one more entry; the same list where it concerns none. Their numbers are in the form in which
 * they are compared, however an entry writes them (rule ES-6).
 */
export function parsAfter(pars: readonly ParRecord[], entry: Entry): readonly ParRecord[] {
  const { at, by } = entry;
  if (entry.kind === 'escalated' && entry.par !== undefined) return submitted(pars, entry.par, { at, by });
  if (entry.kind === 'par-submitted') return submitted(pars, entry.par, { at, by }, entry.references);
  if (entry.kind === 'par-followed-up') {
    const word = { at, by, text: entry.text };
    return changed(pars, normalNumber('PAR', entry.number), (par) => ({
      ...par,
      followUps: [...par.followUps, word],
    }));
  }
  if (entry.kind === 'par-completed') {
    const completed = { at, by, text: entry.text, adequate: entry.adequate };
    return changed(pars, normalNumber('PAR', entry.number), (par) => ({ ...par, completed }));
  }
  if (entry.kind === 'par-withdrawn') {
    const withdrawn = { at, by, text: entry.why };
    return changed(pars, normalNumber('PAR', entry.number), (par) => ({ ...par, withdrawn }));
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
  const number = normalNumber('PAR', par.number);
  if (pars.some((each) => each.number === number && isOpenPar(each))) return pars;
  const followed = references === undefined ? {} : { references: normalNumber('PAR', references) };
  return [...pars, { ...par, number, submittedAt: at, submittedBy: by, ...followed, followUps: [] }];
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

/** Whether a PAR waits for its answer still: neither completed nor withdrawn. */
export const isOpenPar = ({ completed, withdrawn }: ParRecord): boolean =>
  completed === undefined && withdrawn === undefined;

/** The PAR whose answer Level 2 judges: the open one, or the one that was answered last; none where all were withdrawn. */
export const parToJudge = (pars: readonly ParRecord[]): ParRecord | undefined =>
  pars.findLast(({ withdrawn }) => withdrawn === undefined);

/** The number of the PAR that a new one has to reference, because its answer was inadequate (rule CL-4). */
export function inadequatePar(pars: readonly ParRecord[]): string | undefined {
  const judged = parToJudge(pars);
  return judged?.completed?.adequate === false ? judged.number : undefined;
}

/**
 * Why the case stays open for its PAR: one is open (rule CL-8, DLAM 3000.05 E4 7.c), or the last answer was inadequate
 * and no PAR references it yet (rule CL-4, E4 7.d); undefined where no PAR keeps it open. The words say what to do.
 */
export function parKeepsOpen({
  pars,
  state,
}: {
  readonly pars: readonly ParRecord[];
  readonly state: string;
}): string | undefined {
  const last = pars.at(-1);
  if (last === undefined) return undefined;
  const name = parName(last.number);
  if (isOpenPar(last)) {
    const why = last.references === undefined ? '' : openAfterInadequate(last.references);
    // Only a case that was resolved before this was a rule comes here; its PAR is worked once it is open again.
    return state === 'resolved'
      ? `${name} is open.${why} Reopen the case, then complete the PAR with its answer, or withdraw it with a reason.`
      : `${name} is open.${why} First complete it with its answer, or withdraw it with a reason.`;
  }
  return last.completed?.adequate === false
    ? `The answer to ${name} was inadequate. First submit a new PAR that references it.`
    : undefined;
}

const openAfterInadequate = (number: string): string =>
  ` It references ${parName(number)}, whose answer was inadequate. The case stays open.`;
