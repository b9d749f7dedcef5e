import fc from 'fast-check';
import { monthOf } from '../../src/domain/metrics/days';
import { MEASURES } from '../../src/domain/metrics/measures';
import { ENTERPRISE } from '../../src/domain/metrics/question-key';
import type { SharedScope } from '../../src/domain/metrics/summary';
import { monthOfKey } from '../../src/domain/reports/report-key';
import { memoryReports } from '../support/memory/memory-reports';
import { rowsOfCsv } from '../support/read-csv';
import { anyEvents, changeBy, timesOf } from '../support/histories';
import { aDirectory, aWorld, DAY, START } from '../support/site';

const context = () => aWorld(START + 400 * DAY);
const directory = aDirectory();
const SCOPES: readonly SharedScope[] = [
  { kind: 'enterprise', name: ENTERPRISE.name },
  { kind: 'msc', key: 'aviation', name: 'Aviation' },
  { kind: 'group', key: 'av2', name: 'aviation av2' },
  { kind: 'group', key: 'av3', name: 'aviation av3' },
];

async function textOf(pieces: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const piece of pieces) text += piece;
  return text;
}

describe('The files of a report', () => {
  it('agree: each measure has as many cases, and as many that met it, as its metric says (ME-6, ME-7)', async () => {
    let figures = 0;
    await fc.assert(
      fc.asyncProperty(anyEvents(), fc.constantFrom(...SCOPES), async (events, scope) => {
        const { cases, metrics, reports, stores } = memoryReports(context);
        for (const [index, event] of events.entries()) {
          const before = await cases.get(`CS000000${event.which + 1}`);
          const at = timesOf(events)[index] ?? START;
          const change = changeBy(event, before?.state, at, `event-${index}`);
          if (change === undefined) continue;
          await (before ? cases.save(before.version, change) : cases.insert(change));
        }
        await metrics.scorecard({ scope, period: { from: START, before: START + 1, name: '' } });
        const all = await stores.facts.find({ where: {}, limit: 1_000 });
        const months = new Set(all.map(({ value }) => monthOf(value.mark.day)));
        for (const key of months) {
          const month = monthOfKey(key, scope, directory);
          if (month === undefined) throw new Error(key);
          const asked = { scope, month };
          const { report } = await reports.show(asked);
          const rows = rowsOfCsv(await reports.figures(asked));
          const lines = rowsOfCsv(await textOf(reports.cases(asked)));
          for (const measure of report.scorecard.measures) {
            if (measure.state === 'not-loaded') continue;
            const own = lines.filter((line) => line['measure_key'] === measure.key);
            expect([own.length, own.filter((line) => line['met'] === 'yes').length]).toEqual([
              measure.count,
              measure.met,
            ]);
            const row = rows.find(
              (one) =>
                one['scope_kind'] === scope.kind &&
                one['measure_key'] === measure.key &&
                one['priority'] === '',
            );
            expect(row).toMatchObject({ count: String(measure.count), met: String(measure.met) });
            if (measure.count > 0) figures += 1;
            for (const of of measure.byPriority ?? []) {
              const ofPriority = own.filter((line) => line['priority'] === of.priority);
              expect(ofPriority).toHaveLength(of.count);
            }
          }
          expect(lines.length).toBe(
            rows
              .filter((one) => one['scope_kind'] === scope.kind && one['priority'] === '')
              // Of the scope itself: its measures, and the one that is not loaded.
              .slice(0, MEASURES.length + 1)
              .reduce((sum, one) => sum + Number(one['count']), 0),
          );
          if (scope.kind !== 'enterprise') continue;
          // The enterprise is its MSCs and Level 1, each case being of one (ME-10).
          for (const { key: measure } of report.scorecard.measures) {
            const of = (kind: string) =>
              rows.filter(
                (one) =>
                  one['scope_kind'] === kind && one['measure_key'] === measure && one['priority'] === '',
              );
            const level1 = of('group').filter((one) => one['scope_key'] === 'cic');
            const sum = [...of('msc'), ...level1].reduce((total, one) => total + Number(one['count']), 0);
            expect(sum).toBe(Number(of('enterprise')[0]?.['count']));
          }
        }
      }),
      { numRuns: 30 },
    );
    // Else nothing was held against anything.
    expect(figures).toBeGreaterThan(10);
  });
});
