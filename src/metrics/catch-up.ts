import type { CaseCounting } from '../ports/metrics';
import type { Recounted } from '../domain/metrics/recounted';
import type { SavedCase } from '../ports/cases';
import { unlessUnreadable } from '../ports/unreadable-record';
import type { Stored } from '../storage/store';
import { BASIS_ID } from './basis';
import type { MetricFactRecord } from './metric-fact-record';
import type { MetricsParts } from './parts';
import { recount } from './recount';
import { knownAs, syncFacts } from './sync-facts';
import { rollUp } from './roll-up';

/** Cases and facts that are taken at once. */
const BATCH = 200;

/** How far the metrics have come: every change before `asOf` is in them; undefined if all is. */
export interface CaughtUp {
  readonly asOf?: number;
  /** The last time that metrics were counted again and changed (rule ME-11). */
  readonly recounted?: Recounted;
  /** Metrics are being counted again and may still change. */
  readonly recounting?: true;
}

/**
 * Brings facts and rollups up to the cases, in the order of their changes, until all is counted or `goOn` says no. Every
 * step can be repeated and be done by several at once: the process may end anywhere.
 */
export async function catchUp(parts: MetricsParts, goOn: () => boolean = () => true): Promise<CaughtUp> {
  const known = new Set<string>();
  const deadLetter = new Set<string>();
  // What an earlier run left comes first, because its cases count as done.
  await settle(parts, known, goOn);
  const all = await recount(parts, known, () => settle(parts, known, () => true), goOn);
  while (goOn()) {
    const found = await parts.cases.uncounted(Math.min(BATCH + deadLetter.size, 1_000));
    const batch = found.filter((saved) => !deadLetter.has(asideAs(saved)));
    if (batch.length === 0) break;
    await Promise.all(batch.map((saved) => place(saved)));
    await settle(parts, known, () => true);
  }
  return { ...(await standOf(parts.cases)), ...(await recountOf(parts, all)) };

  async function place(saved: SavedCase): Promise<void> {
    try {
      const placed = await syncFacts(saved, parts);
      // This version is not tried again; the next change of the case brings it back.
      if (placed === undefined) deadLetter.add(asideAs(saved));
      else for (const one of placed) known.add(one);
    } catch (error) {
      deadLetter.add(asideAs(saved));
      parts.log.error({ case: saved.state.number, err: error }, 'A case could not be counted');
    }
  }
}

const asideAs = ({ state: { number }, version }: SavedCase): string => `${number}@${version}`;

async function recountOf({ basis }: MetricsParts, all: boolean): Promise<Omit<CaughtUp, 'asOf'>> {
  const recounted = (await basis.get(BASIS_ID))?.value.recounted;
  return { ...(recounted === undefined ? {} : { recounted }), ...(all ? {} : { recounting: true }) };
}

async function standOf(cases: CaseCounting): Promise<Pick<CaughtUp, 'asOf'>> {
  const [oldest] = await cases.uncounted(1);
  return oldest === undefined ? {} : { asOf: oldest.state.changedAt };
}

/**
 * Makes the rollups of unsettled facts again, then settles the facts. A fact of which this run does not know that it is what
 * its case says (another instance, or an ended process, left it) is held against its case first.
 */
async function settle(parts: MetricsParts, known: Set<string>, goOn: () => boolean): Promise<void> {
  const { facts } = parts;
  while (goOn()) {
    const query = { where: { unsettled: true }, sort: { field: 'day' }, limit: 1_000 };
    const found = await facts.find(query);
    const before = known.size;
    const strangers = new Set(found.filter((one) => !known.has(knownAs(one))).map(numberOf));
    await Promise.all([...strangers].map((number) => verify(number)));
    const settled = found.filter((one) => known.has(knownAs(one)));
    // Those that others are working on are left to the next run.
    if (settled.length === 0 && known.size === before) return;
    await rollUp(
      settled.map(({ value }) => value.mark),
      parts,
    );
    await Promise.all(settled.map((one) => settleOne(one)));
  }

  async function verify(number: string): Promise<void> {
    const saved = await unlessUnreadable(parts.cases.find(number));
    if (saved === undefined) return;
    for (const one of (await syncFacts(saved, parts)) ?? []) known.add(one);
  }

  /** In the version that was counted: one that was written in the meantime stays unsettled. */
  async function settleOne({ id, version, value }: Stored<MetricFactRecord>): Promise<void> {
    if (value.unsettled === 'gone') await facts.remove(id, version);
    else await facts.replace(id, version, { mark: value.mark });
  }
}

const numberOf = ({ value }: Stored<MetricFactRecord>): string => value.mark.number;
