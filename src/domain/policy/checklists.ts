import type { Direction } from '../cases/timeline';
import { AWARD_ITEMS } from './checklist-award';
import { DISTRIBUTION_ITEMS, SITE_ISSUE_ITEMS } from './checklist-distribution';
import type { ChecklistItem, Policy } from './policy';

const LEVEL_1 = { source: 'DLAM 3000.05 E3 3', from: '2024-12-23' } as const;
const LOCAL = { source: 'DLAM 3000.05 E4 1.c(3), local policy', from: '2024-12-23' } as const;

/** What Level 1 did before it asks Level 2 (rules ES-1, CA-4). */
const LEVEL_1_ITEMS = [
  {
    key: 'research',
    rule: 'ES-1',
    label: 'Research done at Level 1',
    when: 'always',
    meets: 'Enter the systems you searched and what they show.',
    example: 'WebVLIPS and FedMall, 24 Nov: backordered, no ship date',
    input: 'finding',
    ...LEVEL_1,
  },
  {
    key: 'open-question',
    rule: 'ES-1',
    label: 'What could not be answered',
    when: 'always',
    meets: 'Enter which part of the inquiry needs Level 2.',
    example: 'When the backordered quantity ships',
    input: 'finding',
    ...LEVEL_1,
  },
  {
    key: 'self-help',
    rule: 'CA-4',
    label: 'Self-help resources suggested to the customer',
    when: 'always',
    meets: 'Enter the resource (for example, FedMall), or why none applies.',
    example: 'FedMall order status',
    input: 'finding',
    source: 'DLAM 3000.05 E3 4',
    from: '2024-12-23',
  },
] as const satisfies readonly ChecklistItem[];

/** Where the manual leaves it to local policy (rule ES-4): the least that Level 3 can work with. */
const LOCAL_ITEMS = [
  {
    key: 'research',
    rule: 'ES-4',
    label: 'Research done at Level 2',
    when: 'always',
    meets: 'Enter what you checked and what it shows.',
    example: 'Contract file, 24 Nov: the second lot is not shipped',
    input: 'finding',
    ...LOCAL,
  },
  {
    key: 'existing-cases',
    rule: 'ES-4',
    label: 'Existing cases',
    when: 'always',
    meets: 'Enter the numbers of other cases for the same item or order, or "none".',
    example: 'CS0000012, closed on 3 Nov: same item',
    input: 'finding',
    ...LOCAL,
  },
  {
    key: 'open-question',
    rule: 'ES-4',
    label: 'What could not be answered',
    when: 'always',
    meets: "Enter what you're asking Level 3 and why the resources at hand don't answer it.",
    example: 'Which delivery date applies to the second lot',
    input: 'finding',
    ...LOCAL,
  },
] as const satisfies readonly ChecklistItem[];

/**
 * The checklists of an MSC: what belongs to the other award direction is left out. Without `siteIssue` it has no direction
 * for a Distribution Center.
 */
const checklistsOf = (
  items: readonly ChecklistItem[],
  siteIssue: readonly ChecklistItem[] = [],
): Readonly<Record<Direction, readonly ChecklistItem[]>> => ({
  'level-1-to-2': LEVEL_1_ITEMS,
  'pre-award': items.filter((item) => item.when !== 'post-award'),
  'post-award': items.filter((item) => item.when !== 'pre-award'),
  'distribution-center': siteIssue,
});

const DISTRIBUTION = checklistsOf(DISTRIBUTION_ITEMS, [...DISTRIBUTION_ITEMS, ...SITE_ISSUE_ITEMS]);

/** What is verified and documented before an escalation, by MSC and direction (rules ES-1 to ES-4, ES-12). */
export const CHECKLISTS = {
  aviation: checklistsOf(AWARD_ITEMS),
  'land-and-maritime': checklistsOf(AWARD_ITEMS),
  'troop-support': checklistsOf(AWARD_ITEMS),
  distribution: DISTRIBUTION,
  disposition: DISTRIBUTION,
  energy: checklistsOf(LOCAL_ITEMS),
} as const satisfies Policy['checklists'];
