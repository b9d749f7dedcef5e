import type { Policy } from './policy';

const METRICS = { source: 'DLAM 3000.05 E7', from: '2024-12-23' } as const;

/** The goals of the metrics (rules ME-1 to ME-4). Where the text gives a timeframe and no share, every case is meant. */
export const GOALS = {
  enterpriseCrt: { percent: 85, days: 8, ...METRICS },
  level2And3Crt: { percent: 85, days: 16, ...METRICS },
  level2Assignment: { percent: 100, ...METRICS },
  interimResponse: { percent: 100, source: 'DLAM 3000.05 E4 2.f', from: '2024-12-23' },
  satisfaction: { percent: 85, source: 'DLAM 3000.05 E7, DLAI 3000.05 E3 1.e', from: '2024-12-23' },
  level3Timeliness: { percent: 100, source: 'DLAM 3000.05 E5 2.a', from: '2024-12-23' },
} as const satisfies Policy['goals'];
