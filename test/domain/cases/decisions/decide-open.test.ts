import { decideOpen } from '../../../../src/domain/cases/decisions/decide-open';
import { openCase } from '../../../../src/domain/cases/change';
import { directoryOf } from '../../../../src/domain/directory/directory';
import { decided, refused } from '../../../support/cases';
import { aGroup, aPerson, aWorld, person, START } from '../../../support/site';

const typed = {
  account: 'W25G1V',
  contactName: 'Pat Customer',
  contactEmail: 'pat@example.mil',
  customerChannel: 'email',
  externalContact: 'true',
  msc: 'aviation',
  ipd: '2',
  reason: 'order-status',
  description: 'When does it ship?',
  problemNotes: 'Backordered.',
};
const context = aWorld();
const open = (by: string, change: Readonly<Record<string, string>> = {}) =>
  decideOpen({ ...typed, ...change }, person(by), context);

describe('Opening a case', () => {
  it('creates a Level 1 case held by the agent who creates it (CA-1)', () => {
    expect(decided(open('cic-agent'))).toMatchObject([
      { kind: 'opened', origin: 'level-1', level: 1, group: 'cic', assignee: 'cic-agent' },
    ]);
  });

  it("creates a Level 2 case in the agent's own group (CA-1)", () => {
    expect(decided(open('av2b-agent'))).toMatchObject([
      { kind: 'opened', origin: 'level-2', level: 2, group: 'av2b', assignee: 'av2b-agent' },
    ]);
  });

  it('keeps the origin, customer channel, and description as captured (CA-1, CA-6, CA-9)', () => {
    const act = { by: 'cic-agent', at: START, cause: 'one' };
    const { state: made } = openCase('CS0000007', decided(open('cic-agent')), act, context);
    expect(made).toMatchObject({
      number: 'CS0000007',
      state: 'in-progress',
      origin: 'level-1',
      openedBy: 'cic-agent',
      openedAt: START,
      details: { customerChannel: 'email', description: 'When does it ship?' },
    });
  });

  it('requires problem notes from a Level 2 agent (CA-2)', () => {
    expect(refused(open('av2-agent', { problemNotes: '' })).fields).toEqual(['problemNotes']);
    expect(open('cic-agent', { problemNotes: '' }).ok).toBe(true);
  });

  it("uses the MSC's group, or the group chosen by a person in several, without a separate MSC (CA-1, ES-1)", () => {
    const both = aPerson('both');
    const groups = ['di2', 'av2'].map((key) => {
      const group = aGroup(key, 2, key === 'di2' ? 'distribution' : 'aviation');
      return { ...group, agents: ['both'] };
    });
    const site = aWorld(START, { directory: directoryOf(groups, [both]) });
    const at = (group: string, msc: string, by = both) => decideOpen({ ...typed, group, msc }, by, site);
    expect(decided(at('', 'aviation'))[0]).toMatchObject({ group: 'av2' });
    expect(decided(at('DI2', 'distribution'))[0]).toMatchObject({ group: 'di2' });
    const primary = aPerson('both', { primary: 'di2' });
    expect(decided(at('', 'aviation', primary))[0]).toMatchObject({ group: 'av2' });
    expect(refused(at('di2', 'aviation')).messages).toEqual({
      msc: 'distribution di2 works Distribution cases. Choose Distribution, or create it for aviation av2.',
    });
    expect(refused(at('', 'energy')).messages).toEqual({
      msc: 'distribution di2 works Distribution cases. Choose Distribution.',
    });
    expect(refused(decideOpen({ ...typed, group: 'av3', ipd: '99' }, both, site)).fields).toEqual([
      'group',
      'ipd',
    ]);
  });

  it.each(['av3-agent', 'po-agent', 'nobody'])(
    'is refused to %s, who works at neither level (AC-2)',
    (by) => {
      expect(refused(open(by))).toMatchObject({
        code: 'not-permitted',
        params: { who: 'a member of a Level 1 or Level 2 group' },
      });
    },
  );

  it('records which similar cases were shown (CA-3)', () => {
    const [event] = decided(open('cic-agent', { linkedTo: 'cs0000002, CS0000002 CS0000003; junk' }));
    expect(event).toMatchObject({ linkedTo: ['CS0000002', 'CS0000003'] });
  });
});
