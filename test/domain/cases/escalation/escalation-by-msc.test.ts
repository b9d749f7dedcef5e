import { directoryOf } from '../../../../src/domain/directory/directory';
import { DEFAULT_POLICY } from '../../../../src/domain/policy/default-policy';
import type { ChecklistItem } from '../../../../src/domain/policy/policy';
import { aCase, decided, details, opened, refused, type Happened } from '../../../support/cases';
import { escalate, PRE_AWARD, without, type Typed } from '../../../support/escalations';
import { aGroup, aPerson, aPolicies, aWorld, START } from '../../../support/site';

describe('Escalating in Distribution and Disposition', () => {
  const FOUND: Typed = {
    direction: 'pre-award',
    actionType: 'PR Other',
    'item.problem': 'Shipped short.',
    'item.preliminary-research': 'Issued at Susquehanna.',
    'item.site-research': 'DSS shows 4 of 10.',
  };
  const atDistribution = (...rest: readonly Happened[]) =>
    aCase(opened('di2', { details: details({ msc: 'distribution' }) }), ...rest);
  const informed = atDistribution({ kind: 'interim-sent', text: 'We work on it.' });

  it('uses its own checklist, and chooses the only group automatically (ES-3)', () => {
    expect(decided(escalate(FOUND, informed, 'di2-agent'))[0]).toMatchObject({ group: 'di3', level: 3 });
    const fields = Object.keys(FOUND).filter((field) => field.startsWith('item.'));
    expect(refused(escalate(without(FOUND, ...fields), informed, 'di2-agent')).fields).toEqual(fields);
  });

  it("refuses typed text in place of an interim response that was not sent, or of another agent's assignment (ES-3)", () => {
    expect(refused(escalate(FOUND, atDistribution(), 'di2-agent')).fields).toEqual(['item.interim-response']);
    expect(refused(escalate(FOUND, informed, 'di2-gatekeeper')).fields).toEqual(['item.assigned-to-self']);
  });

  it('leaves a site issue to its own direction, unless the site includes it in this one (ES-12, ES-4)', () => {
    expect(decided(escalate({ ...FOUND, siteIssue: 'yes' }, informed, 'di2-agent'))[0]).not.toHaveProperty(
      'distributionCenter',
    );
    const { distribution } = DEFAULT_POLICY.checklists;
    const own = distribution['distribution-center'].map((item): ChecklistItem => {
      return item.key === 'distribution-center' ? { ...item, when: 'site-issue' } : item;
    });
    const checklists = {
      ...DEFAULT_POLICY.checklists,
      distribution: { ...distribution, 'pre-award': own, 'distribution-center': [] },
    };
    const site = aWorld(START, { policies: aPolicies({ ...DEFAULT_POLICY, checklists }) });
    const typed = { ...FOUND, 'item.pending-response': 'Sent at 09:00.' };
    expect(escalate(typed, informed, 'di2-agent', site).ok).toBe(true);
    const issue = { ...typed, siteIssue: 'yes' };
    expect(refused(escalate(issue, informed, 'di2-agent', site)).fields).toEqual([
      'item.distribution-center',
    ]);
    const named = { ...issue, 'item.distribution-center': 'ddjc' };
    expect(decided(escalate(named, informed, 'di2-agent', site))[0]).toMatchObject({
      distributionCenter: 'DDJC San Joaquin',
    });
    const direction = { ...named, direction: 'distribution-center' };
    expect(refused(escalate(direction, informed, 'di2-agent', site)).fields).toContain('direction');
  });
});

describe('Escalating from Level 1', () => {
  const atLevel1 = aCase(opened('cic'));
  const FOUND: Typed = {
    group: 'av2',
    'item.research': 'FedMall shows nothing.',
    'item.open-question': 'The award date.',
    'item.self-help': 'FedMall',
  };

  it("goes to a Level 2 group in the case's MSC (ES-1)", () => {
    expect(decided(escalate(FOUND, atLevel1, 'cic-agent'))[0]).toMatchObject({
      direction: 'level-1-to-2',
      level: 2,
      group: 'av2',
      action: 'Further assistance',
    });
  });

  it('skips no level and stays in the MSC (ES-1)', () => {
    for (const group of ['av3', 'di2', 'cic', 'nowhere']) {
      expect(refused(escalate({ ...FOUND, group }, atLevel1, 'cic-agent')).fields).toEqual(['group']);
    }
    const skip = { ...FOUND, direction: 'pre-award' };
    expect(refused(escalate(skip, atLevel1, 'cic-agent')).fields).toContain('direction');
  });
});

describe('An escalation', () => {
  it('is allowed for the assignee, a gatekeeper, or a supervisor (AC-2)', () => {
    expect(escalate(PRE_AWARD, aCase(), 'av2-supervisor').ok).toBe(true);
    expect(refused(escalate(PRE_AWARD, aCase(), 'av2-other')).params['who']).toContain(
      'its assignee Av2 Agent',
    );
  });

  it('requires someone who did the research, so an unassigned case is claimed first (ES-1)', () => {
    const unassigned = aCase(opened('av2', { assignee: undefined }));
    expect(refused(escalate(PRE_AWARD, unassigned, 'av2-gatekeeper')).code).toBe('wrong-state');
  });

  it('is refused when the MSC has no group at the next level', () => {
    const site = aWorld(START, {
      directory: directoryOf([aGroup('av2', 2, 'aviation')], [aPerson('av2-agent')]),
    });
    expect(refused(escalate(PRE_AWARD, aCase(), 'av2-agent', site))).toMatchObject({
      code: 'nothing-to-escalate-to',
      params: { msc: 'Aviation', level: '3' },
    });
  });

  it("uses a site's own checklist when local policy applies (ES-4)", () => {
    const item = {
      key: 'meter',
      rule: 'ES-4',
      label: 'Meter reading',
      when: 'always',
      meets: 'Give the reading.',
      input: 'finding',
      source: 'local',
      from: '2025-01-01',
    } as const;
    const checklists = {
      ...DEFAULT_POLICY.checklists,
      aviation: { ...DEFAULT_POLICY.checklists.aviation, 'pre-award': [item] },
    };
    const site = aWorld(START, { policies: aPolicies({ ...DEFAULT_POLICY, checklists }) });
    expect(refused(escalate(PRE_AWARD, aCase(), 'av2-agent', site)).messages).toEqual({
      'item.meter': 'Meter reading: not verified yet (ES-4). Give the reading.',
    });
  });
});
