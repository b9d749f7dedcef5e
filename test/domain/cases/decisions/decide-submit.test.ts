import { caseType } from '../../../../src/domain/cases/case-type';
import { notificationsOf } from '../../../../src/domain/kernel/change-of';
import { changeOf, openCase } from '../../../../src/domain/cases/change';
import { decideSubmit } from '../../../../src/domain/cases/decisions/decide-submit';
import { clocksOf } from '../../../../src/domain/cases/clocks/clocks-of';
import { systemActor } from '../../../../src/domain/directory/customer-system';
import { decided, refused } from '../../../support/cases';
import { aWorld, START } from '../../../support/site';

const typed = {
  account: 'W25G1V',
  contactName: 'Pat Customer',
  contactEmail: 'pat@example.mil',
  msc: 'aviation',
  ipd: '2',
  reason: 'order-status',
  description: 'When does it ship?',
};
const context = aWorld();
const submit = (change: Readonly<Record<string, string>> = {}) =>
  decideSubmit({ ...typed, ...change }, context);
const act = { by: systemActor('depot'), at: START, cause: 'api:depot:1' };
const made = openCase('CS0000001', [decided(submit())], act, context);

describe('a request of a customer’s system', () => {
  it('opens a case at the Level 2 group of its MSC, assigned to nobody (CA-1, CA-9)', () => {
    expect(made.state).toMatchObject({
      origin: 'customer-system',
      level: 2,
      group: 'av2',
      state: 'new',
      openedBy: 'system:depot',
      details: { customerChannel: 'customer-system', externalContact: true, problemNotes: '' },
    });
    expect(made.state.assignee).toBeUndefined();
  });

  it('arrives in the channel of the group, and the clocks of a customer who waits run (AS-2, CK-1)', () => {
    expect(made.notifications).toMatchObject([{ topic: 'arrival', to: { kind: 'group', group: 'av2' } }]);
    const running = clocksOf(made.state, context).filter(({ state }) => state === 'running');
    expect(running.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['assignment', 'interim-response']),
    );
  });

  it('lets the system say neither how it came nor what staff write (CA-6, CA-9)', () => {
    const said = submit({ customerChannel: 'email', externalContact: 'false', problemNotes: 'mine' });
    expect(decided(said).details).toMatchObject({
      customerChannel: 'customer-system',
      externalContact: true,
      problemNotes: '',
    });
  });

  it('names every fault at once (AC-1, CA-8, ES-5)', () => {
    expect(refused(submit({ account: 'x', nsn: '1', reason: '', contactEmail: '' })).fields).toEqual([
      'account',
      'contactEmail',
      'nsn',
      'reason',
    ]);
  });

  it('is refused at the MSC where that has no Level 2 group', () => {
    expect(refused(submit({ msc: 'energy' })).messages['msc']).toContain('Energy takes no requests here');
  });

  it('is claimed without a notice to the system, which has no chat', () => {
    const claimed = { kind: 'assigned', to: 'av2-agent', how: 'claimed' } as const;
    const later = { by: 'av2-gatekeeper', at: START + 1, cause: 'two' };
    const after = changeOf(made.state, [claimed], later, context).state;
    const people = notificationsOf(caseType, after.number, made.state, after, context).flatMap(({ to }) =>
      to.kind === 'person' ? [to.person] : [],
    );
    expect(people).toEqual(['av2-agent']);
  });
});
