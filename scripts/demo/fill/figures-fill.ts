import type { Case } from '../../../src/domain/cases/case';
import { monthOf } from '../../../src/domain/metrics/days';
import { metricFactId, metricFactsOf } from '../../../src/domain/metrics/metric-fact';
import type { MetricFact } from '../../../src/domain/metrics/metric-fact';
import { slaStateOf } from '../../../src/domain/metrics/open-figures';
import type { SlaState } from '../../../src/domain/metrics/open-figures';
import { mergedTallies, TallySheet } from '../../../src/domain/metrics/tally';
import type { DomainContext } from '../../../src/domain/kernel/domain-context';
import { BASIS_ID, basisOf } from '../../../src/metrics/basis';
import type { MetricsParts } from '../../../src/metrics/parts';
import { daySums } from '../../../src/metrics/roll-up';
import { ENTERPRISE, rollupId } from '../../../src/metrics/rollup-record';
import type { RollupRecord } from '../../../src/metrics/rollup-record';

/** What the record of a case says where the figures have it: to be written with a case whose marks are filled in. */
export const countedOf = (
  subject: Case,
  context: DomainContext,
): { readonly entries: number; readonly sla: SlaState } => ({
  entries: subject.timeline.length,
  sla: slaStateOf(subject, context),
});

interface Sheets {
  readonly span: string;
  readonly key: string;
  readonly all: TallySheet;
  readonly own: Map<string, TallySheet>;
}

/**
 * Fills empty figures at one go, for a store that is filled with many cases at once: `add` writes the marks of cases,
 * `finish` the rollups, each once. The follower would come to the same, case by case.
 */
export class FiguresFill {
  readonly #groups = new Map<string, Sheets>();
  readonly #people = new Map<string, Sheets>();

  constructor(private readonly parts: Pick<MetricsParts, 'facts' | 'rollups' | 'basis' | 'context'>) {}

  /** Writes the marks of these cases; a thousand or so at a time is quickest. */
  async add(cases: readonly Case[]): Promise<void> {
    const context = this.parts.context();
    await this.addMarks(cases.flatMap((one) => metricFactsOf(one, context)));
  }

  /** The same with marks that were read from their cases elsewhere. */
  async addMarks(facts: readonly MetricFact[]): Promise<void> {
    for (const fact of facts) this.#count(fact);
    const written = await Promise.all(
      facts.map((fact) => this.parts.facts.insert(metricFactId(fact), { mark: fact })),
    );
    if (written.some(({ ok }) => !ok)) throw new Error('There are marks of these cases already');
  }

  async finish(): Promise<void> {
    const groups = [...this.#groups.values()].map(({ span, key, all, own }): RollupRecord => ({
      ...{ span, kind: 'group', key, tallies: all.tallies() },
      own: Object.fromEntries(
        [...own].sort(([a], [b]) => (a < b ? -1 : 1)).map(([msc, sheet]) => [msc, sheet.tallies()]),
      ),
    }));
    const people = [...this.#people.values()].map(({ span, key, all }): RollupRecord => ({
      span,
      kind: 'person',
      key,
      tallies: all.tallies(),
    }));
    const byDay = [...grouped(groups, ({ span }) => span)].flatMap(([span, its]): RollupRecord[] => [
      { span, ...ENTERPRISE, tallies: daySums(its) },
      ...[...new Set(its.flatMap(({ own = {} }) => Object.keys(own)))].map((key): RollupRecord => ({
        span,
        kind: 'msc',
        key,
        tallies: daySums(its, key),
      })),
    ]);
    const days = [...groups, ...people, ...byDay];
    const months = [...grouped(days, ({ span, ...party }) => rollupId(monthOf(span), party))].flatMap(
      ([, [first, ...rest]]): RollupRecord[] => {
        if (first === undefined) return [];
        const tallies = mergedTallies([first, ...rest].map((one) => one.tallies));
        return [{ span: monthOf(first.span), kind: first.kind, key: first.key, tallies }];
      },
    );
    await this.#write([...days, ...months]);
    await this.parts.basis.insert(BASIS_ID, { basis: basisOf(this.parts.context()) });
  }

  #count(fact: MetricFact): void {
    const { day, group, msc, person } = fact;
    const its = sheetsOf(this.#groups, day, group);
    its.all.add(fact);
    const own = its.own.get(msc) ?? new TallySheet();
    its.own.set(msc, own);
    own.add(fact);
    if (person !== undefined) sheetsOf(this.#people, day, person).all.add(fact);
  }

  async #write(rollups: readonly RollupRecord[]): Promise<void> {
    for (let at = 0; at < rollups.length; at += 1_000) {
      const some = rollups.slice(at, at + 1_000);
      await Promise.all(some.map((one) => this.parts.rollups.insert(rollupId(one.span, one), one)));
    }
  }
}

function sheetsOf(all: Map<string, Sheets>, span: string, key: string): Sheets {
  const id = `${span}|${key}`;
  const known = all.get(id);
  if (known !== undefined) return known;
  const made = { span, key, all: new TallySheet(), own: new Map<string, TallySheet>() };
  all.set(id, made);
  return made;
}

function grouped<T>(all: readonly T[], keyOf: (one: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [one]);
    else group.push(one);
  }
  return groups;
}
