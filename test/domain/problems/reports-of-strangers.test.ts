import { countReport } from '../../../src/domain/problems/reports-of-strangers';

const HOUR = 3_600_000;
const at = (...instants: readonly number[]) =>
  instants.map((instant) => ({ at: instant, cause: `c${instant}` }));

it('Reports from strangers are forgotten after an hour (AC-6)', () => {
  expect(countReport(at(0, 1, 2), HOUR - 1, 'new')).toEqual({ ok: false, waitMs: 1 });
  expect(countReport(at(0, 1, 2), HOUR, 'new')).toEqual({
    ok: true,
    reports: [...at(1, 2), { at: HOUR, cause: 'new' }],
  });
});

it('Reports from strangers are not blocked by an entry from a clock that ran ahead (AC-6)', () => {
  expect(countReport(at(25 * HOUR, 26 * HOUR, 27 * HOUR), HOUR, 'new')).toMatchObject({ ok: true });
});

it('Reports from strangers never have to wait longer than an hour (AC-6)', () => {
  expect(countReport(at(30_000, 30_000, 30_000), 0, 'new')).toEqual({ ok: false, waitMs: HOUR });
});
