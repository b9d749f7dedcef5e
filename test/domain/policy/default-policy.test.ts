import { PRIORITIES } from '../../../src/domain/cases/details/details';
import { MSC_NAMES, type Msc } from '../../../src/domain/directory/directory';
import { DEFAULT_POLICY } from '../../../src/domain/policy/default-policy';
import type { ChecklistItem, Policy, Timeframe } from '../../../src/domain/policy/policy';

const policy: Policy = DEFAULT_POLICY;
const MSCS = Object.keys(MSC_NAMES) as Msc[];
const daysOf = (table: Readonly<Record<(typeof PRIORITIES)[number], Timeframe>>): readonly number[] =>
  PRIORITIES.map((priority) => table[priority].days);
const keysOf = (items: readonly ChecklistItem[]): readonly string[] => items.map((item) => item.key);

/** Every object of the policy that has a source, with its path. */
function rowsOf(value: unknown, path = 'policy'): readonly (readonly [string, Record<string, unknown>])[] {
  if (typeof value !== 'object' || value === null) return [];
  const record = value as Record<string, unknown>;
  const inside = Object.entries(record).flatMap(([key, child]) => rowsOf(child, `${path}.${key}`));
  return 'source' in record || 'days' in record ? [[path, record], ...inside] : inside;
}

describe("The manual's business days for Emergency, High, Medium, and Low", () => {
  it('are, for assignment, 2 at Level 2 and 1, 1, 2, 3 at Level 3 (AS-2)', () => {
    expect(daysOf(policy.clocks.assignment[2])).toEqual([2, 2, 2, 2]);
    expect(daysOf(policy.clocks.assignment[3])).toEqual([1, 1, 2, 3]);
  });

  it('are, for the interim response, 1, 2, 2, 2 (CK-1)', () => {
    expect(daysOf(policy.clocks.interimResponse)).toEqual([1, 2, 2, 2]);
  });

  it('are, for the recurring quality status, 3, 10, 15, 25 (CK-2)', () => {
    expect(daysOf(policy.clocks.recurringStatus)).toEqual([3, 10, 15, 25]);
  });

  it('are, for the initial quality status update, 5, 8, 10, 15 (CK-5)', () => {
    expect(daysOf(policy.clocks.initialUpdate)).toEqual([5, 8, 10, 15]);
  });

  it('are, for the recurring status update, 10, 15, 20, 30 (CK-6)', () => {
    expect(daysOf(policy.clocks.recurringUpdate)).toEqual([10, 15, 20, 30]);
  });

  it('are, for a PAR follow-up by IPG, 5, 10, 15, and 30 for all others (CK-8)', () => {
    const { I, II, III, other } = policy.clocks.parFollowUp;
    expect([I, II, III, other].map((row) => row.days)).toEqual([5, 10, 15, 30]);
  });

  it('are 5 to close a completed PAR (CK-9), and 8 and 16 to close a case (CK-10)', () => {
    const { parClosure, resolutionEnterprise, resolutionLevel2And3 } = policy.clocks;
    expect([parClosure, resolutionEnterprise, resolutionLevel2And3].map((row) => row.days)).toEqual([
      5, 8, 16,
    ]);
  });

  it('come with a warning at three quarters of the time (CK-11)', () => {
    expect(policy.warnAt).toBe(0.75);
  });

  it('come with an escalation of a missed clock after one more business day, which is our own number (CK-11)', () => {
    expect(policy.alertEscalation).toMatchObject({ days: 1, source: 'ours' });
  });

  it('come with one digest for the alerts of five or more cases, which is our own number (CK-11)', () => {
    expect(policy.bulkThreshold).toMatchObject({ cases: 5, source: 'ours' });
  });

  it('come with the goals of 85% in 8 days and 85% in 16 days (ME-1, ME-2)', () => {
    expect(policy.goals.enterpriseCrt).toMatchObject({ percent: 85, days: 8 });
    expect(policy.goals.level2And3Crt).toMatchObject({ percent: 85, days: 16 });
  });

  it("come with a review's metrics ten business days before it (ME-9), and our own limits for report links (ME-7)", () => {
    expect(policy.reviewFigures).toMatchObject({ days: 10, source: 'DLAM 3000.05 E2 3.n' });
    expect(policy.reportLinks).toMatchObject({ days: 35, source: 'ours' });
  });

  it('come with 30 calendar days for current notes (ES-8), and over 45 for a long lead time (L3-5, CL-5)', () => {
    expect(policy.noteCurrencyDays).toBe(30);
    expect(policy.longLeadDays).toBe(45);
  });

  it('have a source and an effective date in each row (RE-3)', () => {
    const ours = [
      'policy.alertEscalation',
      'policy.bulkThreshold',
      'policy.satisfactionAnswer',
      'policy.reportLinks',
      'policy.numbers.pr',
      'policy.numbers.par',
    ];
    const rows = rowsOf(policy).filter(([path]) => !ours.includes(path));
    expect(rows.length).toBeGreaterThan(60);
    for (const [path, row] of rows) {
      expect([path, row['source']]).toEqual([path, expect.stringMatching(/DLA[MI] 3000\.05/)]);
      expect([path, row['from']]).toEqual([path, expect.stringMatching(/^2024-(12-23|08-02)$/)]);
    }
  });
});

describe('The checklists', () => {
  const award: readonly Msc[] = ['aviation', 'land-and-maritime', 'troop-support'];

  it.each(award)('ask in %s for what the manual lists, before or after award (ES-2)', (msc) => {
    expect(keysOf(policy.checklists[msc]['pre-award'])).toEqual([
      'stock-on-hand',
      'latest-note',
      'pr-status',
      'records',
      'existing-cases',
      'pr-wedge',
      'internal-comment',
      'open-question',
    ]);
    const post = keysOf(policy.checklists[msc]['post-award']);
    expect(post).toContain('par-records');
    expect(post).not.toContain('pr-wedge');
  });

  it('ask for the Internal Comment only if the PR is tech-blocked (ES-2)', () => {
    const item = policy.checklists.aviation['pre-award'].find(({ key }) => key === 'internal-comment');
    expect(item?.when).toBe('tech-blocked');
  });

  it('ask for the date of the latest note, or none (ES-2, ES-8)', () => {
    const notes = policy.checklists.aviation['pre-award'].filter(({ input }) => input === 'latest-note');
    expect(keysOf(notes)).toEqual(['latest-note']);
  });

  it('have seven items in Distribution and Disposition, two of them only for a site issue (ES-3, ES-12)', () => {
    for (const msc of ['distribution', 'disposition'] as const) {
      const siteIssue = keysOf(policy.checklists[msc]['distribution-center']);
      expect(siteIssue).toEqual([
        'assigned-to-self',
        'problem',
        'interim-response',
        'preliminary-research',
        'site-research',
        'distribution-center',
        'pending-response',
      ]);
      for (const direction of ['pre-award', 'post-award'] as const)
        expect(keysOf(policy.checklists[msc][direction])).toEqual(siteIssue.slice(0, 5));
    }
  });

  it('cover a site issue for a Distribution Center only in Distribution and Disposition (ES-12)', () => {
    const withOne = MSCS.filter((msc) => policy.checklists[msc]['distribution-center'].length > 0);
    expect([...withOne].toSorted()).toEqual(['disposition', 'distribution']);
  });

  it('leave any other MSC to local policy, with a minimum list (ES-4)', () => {
    const items = policy.checklists.energy['pre-award'];
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ rule, source }) => rule === 'ES-4' && source.includes('local policy'))).toBe(true);
  });

  it.each(MSCS)(
    'ask Level 1 in %s for its research, the open question, and the self-help advised (ES-1, CA-4)',
    (msc) => {
      expect(keysOf(policy.checklists[msc]['level-1-to-2'])).toEqual([
        'research',
        'open-question',
        'self-help',
      ]);
    },
  );

  it('have each key once and say for each item what would meet it (ES-9)', () => {
    for (const items of MSCS.flatMap((msc) => Object.values(policy.checklists[msc]))) {
      expect(new Set(keysOf(items)).size).toBe(items.length);
      for (const item of items) expect(item.meets.length).toBeGreaterThan(20);
    }
  });
});

describe('The choices in an escalation', () => {
  it('include the five types of action in the manual (ES-7)', () => {
    expect(policy.actionTypes).toEqual([
      'PR Expedite',
      'Emergency Request',
      'PR Other',
      'Partial Request',
      'Product Specialist Referral',
    ]);
  });

  it('ask for the number that goes with a kind of justification (ES-8)', () => {
    const numbers = Object.fromEntries(policy.justifications.map(({ key, number }) => [key, number]));
    expect(numbers).toMatchObject({
      'aircraft-on-ground': 'Tail number',
      'underway-limiting': 'Hull number',
      'downed-equipment': 'Serial number',
      micap: undefined,
    });
  });

  it('include reasons (CA-8), and FedMall for self-help (CA-4)', () => {
    expect(Object.keys(policy.reasons).length).toBeGreaterThan(10);
    expect(policy.selfHelp.map(({ title }) => title)).toContain('FedMall');
  });
});
