import { aCase, decided, opened, refused } from '../../../support/cases';
import { escalate, LEVEL_1, POST_AWARD, PRE_AWARD, without } from '../../../support/escalations';

const atLevel1 = aCase(opened('cic'));
const fromLevel1 = (typed: Readonly<Record<string, string>>) =>
  escalate({ ...LEVEL_1, ...typed }, atLevel1, 'cic-agent');

describe('The direction of an escalation', () => {
  it('must be chosen first when there are several (ES-1, ES-9)', () => {
    const { fields, messages } = refused(
      escalate({ group: 'av3', actionType: 'PR Expedite', direction: '' }, aCase()),
    );
    expect(fields).toEqual(['direction']);
    expect(messages['direction']).toContain('Level 2 to Level 3, pre-award');
  });

  it("must be one that is possible from the case's level, and the choices are named (ES-1)", () => {
    expect(refused(fromLevel1({ direction: 'pre-award' })).messages['direction']).toBe(
      'The case is at Level 1. Choose: Level 1 to Level 2.',
    );
    expect(refused(escalate({ ...PRE_AWARD, direction: 'level-1-to-2' })).messages['direction']).toContain(
      'The case is at Level 2. Choose: Level 2 to Level 3, pre-award or Level 2 to Level 3, post-award',
    );
  });

  it("is refused if the policy doesn't define it, with the ones it does (ES-1)", () => {
    const { messages } = refused(escalate({ ...PRE_AWARD, direction: 'sideways' }));
    expect(messages['direction']).not.toContain('The case is at Level');
  });
});

describe('The group of an escalation', () => {
  it('must be one of the applicable groups, which are named with their level and MSC (ES-1)', () => {
    expect(refused(escalate(without(PRE_AWARD, 'group'))).messages['group']).toBe(
      'Choose the Level 3 group in Aviation: aviation av3, aviation av3b.',
    );
    expect(refused(escalate({ ...PRE_AWARD, group: 'x'.repeat(80) })).messages['group']).toBe(
      `"${'x'.repeat(60)}" isn't a Level 3 group in Aviation. Choose one of: aviation av3, aviation av3b.`,
    );
  });

  it('is found in upper or lower case (ES-1)', () => {
    expect(decided(escalate({ ...PRE_AWARD, group: 'AV3' }))[0]).toMatchObject({ group: 'av3' });
  });
});

describe('The type of action requested', () => {
  it('has a default outside pre-award, which the agent can change (ES-7)', () => {
    expect(decided(fromLevel1({}))[0]).toMatchObject({ action: 'Further assistance' });
    expect(decided(fromLevel1({ actionType: 'Catalog question' }))[0]).toMatchObject({
      action: 'Catalog question',
    });
    expect(decided(escalate({ ...POST_AWARD, actionType: 'Partial Request' }))[0]).toMatchObject({
      action: 'Partial Request',
    });
  });

  it('must contain at least one word, in any script (ES-7)', () => {
    expect(refused(escalate({ ...PRE_AWARD, actionType: 'A 1' })).messages['actionType']).toMatch(
      /^"A 1" doesn't say what you're asking for\. Enter one of: PR Expedite, .*; or another in words\.$/,
    );
    expect(escalate({ ...PRE_AWARD, actionType: 'PR' }).ok).toBe(true);
  });
});

describe('The entry of an escalation', () => {
  it('records what was verified, and nothing that was not asked (ES-11)', () => {
    expect(decided(fromLevel1({}))).toStrictEqual([
      {
        kind: 'escalated',
        direction: 'level-1-to-2',
        group: 'av2',
        level: 2,
        action: 'Further assistance',
        findings: [
          {
            item: 'research',
            label: 'Research done at Level 1',
            finding: LEVEL_1['item.research'],
          },
          {
            item: 'open-question',
            label: 'What could not be answered',
            finding: LEVEL_1['item.open-question'],
          },
          {
            item: 'self-help',
            label: 'Self-help resources suggested to the customer',
            finding: LEVEL_1['item.self-help'],
          },
        ],
        justification: [],
      },
    ]);
  });

  it('names a Distribution Center only if the checklist has one (ES-3)', () => {
    const named = { ...PRE_AWARD, 'item.distribution-center': 'DDSP Susquehanna' };
    expect(decided(escalate(named))[0]).not.toHaveProperty('distributionCenter');
  });
});
