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

describe('The figures of the manual, Emergency, High, Medium, Low', () => {
  it('assignment: Level 2 within 2 days, Level 3 within 1, 1, 2, 3 (AS-2)', () => {
    expect(daysOf(policy.clocks.assignment[2])).toEqual([2, 2, 2, 2]);
    expect(daysOf(policy.clocks.assignment[3])).toEqual([1, 1, 2, 3]);
  });

  it('interim response: 1, 2, 2, 2 (CK-1)', () => {
    expect(daysOf(policy.clocks.interimResponse)).toEqual([1, 2, 2, 2]);
  });

  it('recurring quality status: 3, 10, 15, 25 (CK-2)', () => {
    expect(daysOf(policy.clocks.recurringStatus)).toEqual([3, 10, 15, 25]);
  });

  it('initial quality status update: 5, 8, 10, 15 (CK-5)', () => {
    expect(daysOf(policy.clocks.initialUpdate)).toEqual([5, 8, 10, 15]);
  });

  it('recurring status update: 10, 15, 20, 30 (CK-6)', () => {
    expect(daysOf(policy.clocks.recurringUpdate)).toEqual([10, 15, 20, 30]);
  });

  it('PAR follow-up by IPG: 5, 10, 15, all others 30 (CK-8)', () => {
    const { I, II, III, other } = policy.clocks.parFollowUp;
    expect([I, II, III, other].map((row) => row.days)).toEqual([5, 10, 15, 30]);
  });

  it('a completed PAR is closed within 5 days (CK-9), a case within 8 and 16 (CK-10)', () => {
    const { parClosure, resolutionEnterprise, resolutionLevel2And3 } = policy.clocks;
    expect([parClosure, resolutionEnterprise, resolutionLevel2And3].map((row) => row.days)).toEqual([
      5, 8, 16,
    ]);
  });

  it('warns at three quarters of the time (CK-11)', () => {
    expect(policy.warnAt).toBe(0.75);
  });

  it('takes a missed clock further up after one more business day, a figure of ours (CK-11)', () => {
    expect(policy.alertEscalation).toMatchObject({ days: 1, source: 'ours' });
  });

  it('gathers the alerts of five cases and more into one digest, a figure of ours (CK-11)', () => {
    expect(policy.bulkThreshold).toMatchObject({ cases: 5, source: 'ours' });
  });

  it('goals: 85 % in 8 days, 85 % in 16 days (ME-1, ME-2)', () => {
    expect(policy.goals.enterpriseCrt).toMatchObject({ percent: 85, days: 8 });
    expect(policy.goals.level2And3Crt).toMatchObject({ percent: 85, days: 16 });
  });

  it('the figures of a review are ready ten business days before it (ME-9); links of reports are ours (ME-7)', () => {
    expect(policy.reviewFigures).toMatchObject({ days: 10, source: 'DLAM 3000.05 E2 3.n' });
    expect(policy.reportLinks).toMatchObject({ days: 35, source: 'ours' });
  });

  it('notes are current for 30 calendar days (ES-8), a lead time is long over 45 (L3-5, CL-5)', () => {
    expect(policy.noteCurrencyDays).toBe(30);
    expect(policy.longLeadDays).toBe(45);
  });

  it('each row has its source and the day from which it holds (RE-3)', () => {
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

  it.each(award)('ask in %s for what the manual lists, by the direction of the award (ES-2)', (msc) => {
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

  it('ask for the Internal Comment only where the PR is tech-blocked (ES-2)', () => {
    const item = policy.checklists.aviation['pre-award'].find(({ key }) => key === 'internal-comment');
    expect(item?.when).toBe('tech-blocked');
  });

  it('ask for the date of the latest note or none (ES-2, ES-8)', () => {
    const notes = policy.checklists.aviation['pre-award'].filter(({ input }) => input === 'latest-note');
    expect(keysOf(notes)).toEqual(['latest-note']);
  });

  it('have in Distribution and Disposition seven things, two of them for a site issue alone (ES-3, ES-12)', () => {
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

  it('know a site issue for a Distribution Center in these two alone (ES-12)', () => {
    const withOne = MSCS.filter((msc) => policy.checklists[msc]['distribution-center'].length > 0);
    expect([...withOne].toSorted()).toEqual(['disposition', 'distribution']);
  });

  it('leave another MSC to local policy, with a least list (ES-4)', () => {
    const items = policy.checklists.energy['pre-award'];
    expect(items.length).toBeGreaterThan(0);
    expect(items.every(({ rule, source }) => rule === 'ES-4' && source.includes('local policy'))).toBe(true);
  });

  it.each(MSCS)(
    'ask Level 1 in %s for its research, the open question and the self-help advised (ES-1, CA-4)',
    (msc) => {
      expect(keysOf(policy.checklists[msc]['level-1-to-2'])).toEqual([
        'research',
        'open-question',
        'self-help',
      ]);
    },
  );

  it('have each key once and say at each item what would meet it (ES-9)', () => {
    for (const items of MSCS.flatMap((msc) => Object.values(policy.checklists[msc]))) {
      expect(new Set(keysOf(items)).size).toBe(items.length);
      for (const item of items) expect(item.meets.length).toBeGreaterThan(20);
    }
  });
});

describe('The words of an escalation', () => {
  it('name the five types of action of the manual (ES-7)', () => {
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

  it('offer reasons to choose from (CA-8), and FedMall for self-help (CA-4)', () => {
    expect(Object.keys(policy.reasons).length).toBeGreaterThan(10);
    expect(policy.selfHelp.map(({ title }) => title)).toContain('FedMall');
  });
});
