import type { Policy } from './policy';

const LEVEL_2 = { source: 'DLAM 3000.05 E4 2.f', from: '2024-12-23' } as const;
const LEVEL_3 = { source: 'DLAM 3000.05 E5 2.a', from: '2024-12-23' } as const;

/** From which IPD to which each priority reaches; IPD 08 is Low at Level 2 and Medium at Level 3 (rules CK-3, CK-7). */
export const BANDS = {
  2: {
    emergency: { first: 1, last: 1, ...LEVEL_2 },
    high: { first: 2, last: 3, ...LEVEL_2 },
    medium: { first: 4, last: 7, ...LEVEL_2 },
    low: { first: 8, last: 15, ...LEVEL_2 },
  },
  3: {
    emergency: { first: 1, last: 1, ...LEVEL_3 },
    high: { first: 2, last: 3, ...LEVEL_3 },
    medium: { first: 4, last: 8, ...LEVEL_3 },
    low: { first: 9, last: 15, ...LEVEL_3 },
  },
} as const satisfies Policy['bands'];
