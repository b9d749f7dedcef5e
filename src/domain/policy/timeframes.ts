import type { Policy } from './policy';

const FROM = '2024-12-23';
const METRICS = { source: 'DLAM 3000.05 E7', from: FROM } as const;
const LEVEL_2 = { source: 'DLAM 3000.05 E4 2.f', from: FROM } as const;
const LEVEL_3 = { source: 'DLAM 3000.05 E5 2.a', from: FROM } as const;
const POST_AWARD = { source: 'DLAM 3000.05 E5 3', from: FROM } as const;
const CLOSING = { source: 'DLAM 3000.05 E4 7.c', from: FROM } as const;

/** Every timeframe of the manual, in business days, not to exceed. */
export const TIMEFRAMES = {
  // AS-2
  assignment: {
    2: {
      emergency: { days: 2, ...METRICS },
      high: { days: 2, ...METRICS },
      medium: { days: 2, ...METRICS },
      low: { days: 2, ...METRICS },
    },
    3: {
      emergency: { days: 1, ...LEVEL_3 },
      high: { days: 1, ...LEVEL_3 },
      medium: { days: 2, ...LEVEL_3 },
      low: { days: 3, ...LEVEL_3 },
    },
  },
  // CK-1
  interimResponse: {
    emergency: { days: 1, ...LEVEL_2 },
    high: { days: 2, ...LEVEL_2 },
    medium: { days: 2, ...LEVEL_2 },
    low: { days: 2, ...LEVEL_2 },
  },
  // CK-2
  recurringStatus: {
    emergency: { days: 3, ...LEVEL_2 },
    high: { days: 10, ...LEVEL_2 },
    medium: { days: 15, ...LEVEL_2 },
    low: { days: 25, ...LEVEL_2 },
  },
  // CK-5
  initialUpdate: {
    emergency: { days: 5, ...LEVEL_3 },
    high: { days: 8, ...LEVEL_3 },
    medium: { days: 10, ...LEVEL_3 },
    low: { days: 15, ...LEVEL_3 },
  },
  // CK-6
  recurringUpdate: {
    emergency: { days: 10, ...LEVEL_3 },
    high: { days: 15, ...LEVEL_3 },
    medium: { days: 20, ...LEVEL_3 },
    low: { days: 30, ...LEVEL_3 },
  },
  // CK-8
  parFollowUp: {
    I: { days: 5, ...POST_AWARD },
    II: { days: 10, ...POST_AWARD },
    III: { days: 15, ...POST_AWARD },
    other: { days: 30, ...POST_AWARD },
  },
  // CK-9
  parClosure: { days: 5, ...CLOSING },
  // CK-10
  resolutionEnterprise: { days: 8, ...METRICS },
  resolutionLevel2And3: { days: 16, ...METRICS },
} as const satisfies Policy['clocks'];
