import { BANDS } from './bands';
import { CHECKLISTS } from './checklists';
import { DISTRIBUTION_CENTERS } from './distribution-centers';
import { ACTION_TYPES, JUSTIFICATIONS } from './escalation-words';
import { GOALS } from './goals';
import type { Policy } from './policy';
import { REASONS } from './reasons';
import { SELF_HELP } from './self-help';
import { TIMEFRAMES } from './timeframes';

/**
 * The policy as the texts have it: DLAM 3000.05 (effective 2024-12-23) and, above it, DLAI 3000.05 (effective
 * 2024-08-02). Each row names its paragraph and its day. A site changes any of it by its policy file.
 */
export const DEFAULT_POLICY = {
  name: 'DLAM 3000.05',
  source: 'DLAM 3000.05; DLAI 3000.05 (2024-08-02)',
  from: '2024-12-23',
  bands: BANDS,
  clocks: TIMEFRAMES,
  // ES-6, DLAM 3000.05 E4 "Escalating" b: the form is ours, as the text gives none.
  numbers: {
    pr: { min: 8, max: 10, letters: false, source: 'ours', from: '2024-12-23' },
    par: { min: 8, max: 10, letters: false, source: 'ours', from: '2024-12-23' },
  },
  // CK-11: a figure of ours; the text asks for none.
  warnAt: 0.75,
  // ES-8, DLAM 3000.05 E4 "Escalating" e
  noteCurrencyDays: 30,
  // L3-5, CL-5, DLAM 3000.05 E5 2.d(4), E4 7.e
  longLeadDays: 45,
  checklists: CHECKLISTS,
  // AS-1, DLAM 3000.05 E4 1.c(2)(a)
  selfAssignment: ['distribution', 'disposition'],
  distributionCenters: DISTRIBUTION_CENTERS,
  actionTypes: ACTION_TYPES,
  justifications: JUSTIFICATIONS,
  reasons: REASONS,
  selfHelp: SELF_HELP,
  closures: [],
  goals: GOALS,
  giveUpAfterHours: 72,
  noticesExpireAfterDays: 30,
  // CK-11: ours as well
  alertEscalation: { days: 1, source: 'ours', from: '2024-12-23' },
  lateNoticeMinutes: 15,
  // CK-11: ours, as the text does not speak of bulk.
  bulkThreshold: { cases: 5, source: 'ours', from: '2024-12-23' },
  // CL-7: ours; the text sets no time.
  satisfactionAnswer: { days: 30, source: 'ours', from: '2024-12-23' },
  // ME-7: ours; until the next month's report is there.
  reportLinks: { days: 35, source: 'ours', from: '2024-12-23' },
  reviewFigures: { days: 10, source: 'DLAM 3000.05 E2 3.n', from: '2024-12-23' },
} as const satisfies Policy;
