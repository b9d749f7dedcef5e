import { caseType } from '../../../../src/domain/cases/case-type';
import { notificationsOf } from '../../../../src/domain/kernel/change-of';
import { projectCase } from '../../../../src/domain/cases/project-case';
import { aCase, opened, type Happened } from '../../../support/cases';
import { aWorld } from '../../../support/site';

/** The notices that the last `count` events make, without the refresh, each in a line. */
function lines(events: readonly Happened[], count = 1): string[] {
  const after = aCase(...events);
  const before = projectCase(after.number, after.timeline.slice(0, after.timeline.length - count));
  return notificationsOf(caseType, after.number, before, after, aWorld()).flatMap(
    ({ topic, to, mentions }) => {
      if (to.kind === 'posts') return [];
      if (to.kind === 'customer') return ['mail customer'];
      const address = to.kind === 'group' ? `#${to.group}` : to.kind === 'person' ? `@${to.person}` : to.kind;
      return [[topic, address, ...mentions].join(' ')];
    },
  );
}

describe('An inadequate answer to a PAR', () => {
  const par = { number: 'PAR-1', kind: 'status', ipg: 'I' } as const;
  const completed: Happened = {
    kind: 'par-completed',
    number: 'PAR-1',
    adequate: false,
    text: 'On contract.',
    supervisors: ['av2-supervisor'],
    by: 'av2-agent',
  };

  it("notifies the agent's supervisors, while an adequate one notifies no one (CL-4)", () => {
    const submitted: Happened = { kind: 'par-submitted', par, by: 'av2-agent' };
    const next: Happened = { ...submitted, par: { ...par, number: 'PAR-2' }, references: 'PAR-1' };
    expect(lines([opened(), submitted, completed, next], 2)).toEqual(['told @av2-supervisor']);
    const adequate: Happened = {
      kind: 'par-completed',
      number: 'PAR-1',
      adequate: true,
      text: 'Ships.',
      by: 'av2-agent',
    };
    expect(lines([opened(), submitted, adequate])).toEqual([]);
  });
});

describe('A closure with a long lead time', () => {
  const resolved: Happened = { kind: 'resolved', notes: 'x', by: 'av2-agent' };
  const asked: Happened = {
    kind: 'closing-asked',
    text: 'x',
    reason: 'x',
    until: '2027-03-01',
    supervisors: ['av2-supervisor'],
    by: 'av2-agent',
  };

  it("notifies the Level 2 supervisors in person and in the group's channel (CL-5)", () => {
    expect(lines([opened(), resolved, asked])).toEqual([
      'approval #av2 av2-supervisor',
      'approval @av2-supervisor',
    ]);
  });

  it('notifies the person who asked, and the assignee, of the decision (CL-5)', () => {
    const byGatekeeper: Happened = { ...asked, by: 'av2-gatekeeper' };
    const declined: Happened = { kind: 'closing-declined', why: 'x', by: 'av2-supervisor' };
    expect(lines([opened(), resolved, byGatekeeper, declined])).toEqual([
      'told @av2-agent',
      'told @av2-gatekeeper',
    ]);
    const closed: Happened = { kind: 'closed', text: 'x', by: 'av2-supervisor' };
    expect(lines([opened(), resolved, asked, closed])).toEqual(['told @av2-agent']);
  });

  it('notifies the person who held the case and the person who opened it when it is reopened (RE-1)', () => {
    const reopened: Happened = { kind: 'reopened', why: 'x', by: 'av2-supervisor' };
    const fromLevel1 = { ...opened('cic'), by: 'cic-agent' };
    const moved: Happened = {
      kind: 'reassigned',
      group: 'av2',
      level: 2,
      to: 'av2-agent',
      why: 'x',
      by: 'cic-agent',
    };
    expect(lines([fromLevel1, moved, resolved, reopened])).toEqual(['told @av2-agent', 'told @cic-agent']);
  });
});
