import { askedOfLevel3, lastEscalationOf } from '../../../../src/domain/cases/escalation/last-escalation';
import { checklistOf } from '../../../../src/domain/cases/escalation/checklist-of';
import { centersText, readCenter } from '../../../../src/domain/cases/escalation/read-center';
import { DEFAULT_POLICY } from '../../../../src/domain/policy/default-policy';
import type { ChecklistItem, Policy } from '../../../../src/domain/policy/policy';
import { aCase, escalated, opened, type Happened } from '../../../support/cases';

describe('The items of a checklist', () => {
  const item = (when: ChecklistItem['when']): ChecklistItem => ({
    ...{ key: when, rule: 'ES-4', label: when, meets: 'Say it.', input: 'finding' },
    ...{ when, source: 'local', from: '2025-01-01' },
  });
  const all = (['always', 'pre-award', 'post-award', 'tech-blocked', 'site-issue'] as const).map(item);
  const lists = { 'level-1-to-2': all, 'pre-award': all, 'post-award': all, 'distribution-center': all };
  const policy: Policy = {
    ...DEFAULT_POLICY,
    checklists: { ...DEFAULT_POLICY.checklists, aviation: lists },
  };
  const asked = (direction: keyof typeof lists, techBlocked = false, siteIssue = false) =>
    checklistOf('aviation', direction, { techBlocked, siteIssue }, policy).map(({ when }) => when);

  it('apply only when their condition is met (ES-2, ES-4)', () => {
    expect(asked('level-1-to-2')).toEqual(['always']);
    expect(asked('pre-award')).toEqual(['always', 'pre-award']);
    expect(asked('post-award')).toEqual(['always', 'post-award']);
    expect(asked('pre-award', true)).toEqual(['always', 'pre-award', 'tech-blocked']);
    expect(asked('post-award', false, true)).toEqual(['always', 'post-award', 'site-issue']);
    expect(asked('distribution-center')).toEqual(['always', 'site-issue']);
  });
});

describe('A Distribution Center', () => {
  const centers = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ key: `dd${index}`, name: `Center ${index}` }));
  const said = (typed: string, count = 2) => {
    const read = readCenter(centers(count))(typed);
    return read.ok ? read.value : read.message;
  };

  it('can be chosen by its key or its name in any spelling (ES-3)', () => {
    for (const typed of ['dd1', 'DD1', 'center 1', 'Center   1']) expect(said(typed)).toBe('Center 1');
  });

  it("that the site doesn't have is refused with the start of what was typed and the valid choices (ES-3, ES-9)", () => {
    expect(said('y'.repeat(70))).toBe(
      `"${'y'.repeat(60)}" isn't a Distribution Center at this site. Choose one of: Center 0, Center 1.`,
    );
    expect(centersText(centers(12))).toContain('Center 11.');
    expect(centersText(centers(13))).toBe('Choose one from the list.');
  });
});

describe("The reason for a case's escalation to Level 3", () => {
  it('is what its latest escalation asked for, and nothing from before it (ES-1, L3-5)', () => {
    const postAward = escalated('av3', { direction: 'post-award' });
    const back: Happened = { kind: 'recalled', group: 'av2', to: 'av2-agent', why: 'They found it.' };
    const again = aCase(opened('cic'), escalated('av2'), escalated('av3'), back, postAward);
    expect(askedOfLevel3(again)).toBe('post-award');
    expect(lastEscalationOf(again)).toBe(again.timeline.at(-1));
    const never = aCase(opened('cic'), escalated('av2'));
    expect(lastEscalationOf(never)).toBeUndefined();
    expect(() => askedOfLevel3(never)).not.toThrow();
  });
});
