import { decideOpen } from '../../../src/domain/cases/decide-open';
import { openCase } from '../../../src/domain/cases/change';
import { directoryOf } from '../../../src/domain/people/directory';
import { decided, refused } from '../../support/cases';
import { aGroup, aPerson, aWorld, person, START } from '../../support/site';

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
const world = aWorld();
const open = (by: string, change: Readonly<Record<string, string>> = {}) =>
  decideOpen({ ...typed, ...change }, person(by), world);

describe('opening a case', () => {
  it('makes a Level 1 case, held by the agent who creates it (CA-1)', () => {
    expect(decided(open('cic-agent'))).toMatchObject([
      { kind: 'opened', origin: 'level-1', level: 1, group: 'cic', assignee: 'cic-agent' },
    ]);
  });

  it('makes a Level 2 case of the agent’s own group (CA-1)', () => {
    expect(decided(open('av2b-agent'))).toMatchObject([
      { kind: 'opened', origin: 'level-2', level: 2, group: 'av2b', assignee: 'av2b-agent' },
    ]);
  });

  it('keeps origin, customer channel and the description as captured (CA-1, CA-6, CA-9)', () => {
    const act = { by: 'cic-agent', at: START, cause: 'one' };
    const { case: made } = openCase('CS0000007', decided(open('cic-agent')), act, world);
    expect(made).toMatchObject({
      number: 'CS0000007',
      state: 'in-progress',
      origin: 'level-1',
      openedBy: 'cic-agent',
      openedAt: START,
      details: { customerChannel: 'email', description: 'When does it ship?' },
    });
  });

  it('needs the problem notes of a Level 2 agent (CA-2)', () => {
    expect(refused(open('av2-agent', { problemNotes: '' })).fields).toEqual(['problemNotes']);
    expect(open('cic-agent', { problemNotes: '' }).ok).toBe(true);
  });

  it('takes the group of the MSC, or the one chosen, of a person with several', () => {
    const both = aPerson('both');
    const groups = ['di2', 'av2'].map((key) => {
      const group = aGroup(key, 2, key === 'di2' ? 'distribution' : 'aviation');
      return { ...group, agents: ['both'] };
    });
    const site = aWorld(START, { directory: directoryOf(groups, [both]) });
    const at = (group: string) => decided(decideOpen({ ...typed, group }, both, site))[0];
    expect(at('')).toMatchObject({ group: 'av2' });
    expect(at('DI2')).toMatchObject({ group: 'di2' });
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

  it('keeps the cases that were shown as alike (CA-3)', () => {
    const [happening] = decided(open('cic-agent', { linkedTo: 'cs0000002, CS0000002 CS0000003; junk' }));
    expect(happening).toMatchObject({ linkedTo: ['CS0000002', 'CS0000003'] });
  });
});
