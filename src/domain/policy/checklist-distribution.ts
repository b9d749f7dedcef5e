import type { ChecklistItem } from './policy';

const FROM = '2024-12-23';

/**
 * Before Level 3 is asked in Distribution and Disposition (rule ES-3 a to e). The first and the third are read from the case
 * (rule ES-12).
 */
export const DISTRIBUTION_ITEMS = [
  {
    key: 'assigned-to-self',
    rule: 'ES-3',
    label: 'Case assigned to yourself',
    when: 'always',
    meets: 'Assign the case to yourself: this is filled in from the case.',
    input: 'finding',
    source: 'DLAM 3000.05 E4 1.c(2)(a)',
    from: FROM,
  },
  {
    key: 'problem',
    rule: 'ES-3',
    label: 'Problem read and identified',
    when: 'always',
    meets: 'State the problem in a sentence.',
    example: '8 of the 12 ordered arrived',
    input: 'finding',
    source: 'DLAM 3000.05 E4 1.c(2)(b)',
    from: FROM,
  },
  {
    key: 'interim-response',
    rule: 'ES-3',
    label: 'Interim response to the customer',
    when: 'always',
    meets: 'Send the interim response: this is filled in from the case.',
    input: 'finding',
    source: 'DLAM 3000.05 E4 1.c(2)(c)',
    from: FROM,
  },
  {
    key: 'preliminary-research',
    rule: 'ES-3',
    label: 'Material Tracker and WebVLIPS/LDG',
    when: 'always',
    meets: 'Enter the status and the site associated with the requisition.',
    example: 'WebVLIPS, 24 Nov: shipped from Susquehanna, no receipt',
    input: 'finding',
    source: 'DLAM 3000.05 E4 1.c(2)(d)',
    from: FROM,
  },
  {
    key: 'site-research',
    rule: 'ES-3',
    label: 'DSS and/or WMS of the site',
    when: 'always',
    meets: 'Enter which system of the site you searched and what it shows.',
    example: 'DSS, 24 Nov: the pallet is on hold at the dock',
    input: 'finding',
    source: 'DLAM 3000.05 E4 1.c(2)(e)',
    from: FROM,
  },
] as const satisfies readonly ChecklistItem[];

/** What a site issue needs beyond it: a Distribution Center, which is asked by email (rules ES-3 f and g, ES-12). */
export const SITE_ISSUE_ITEMS = [
  {
    key: 'distribution-center',
    rule: 'ES-3',
    label: 'Distribution Center assigned',
    when: 'always',
    meets: 'Choose the Distribution Center that was assigned.',
    input: 'finding',
    source: 'DLAM 3000.05 E4 1.c(2)(f)',
    from: FROM,
  },
  {
    key: 'pending-response',
    rule: 'ES-3',
    label: 'Pending DLA response',
    when: 'always',
    meets: 'Enter when the email went to the Distribution Center.',
    example: 'Email sent on 24 Nov',
    input: 'finding',
    source: 'DLAM 3000.05 E4 1.c(2)(g)',
    from: FROM,
  },
] as const satisfies readonly ChecklistItem[];
