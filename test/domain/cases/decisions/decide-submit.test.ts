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

describe("A request from a customer's system", () => {
  it("opens a case in its MSC's Level 2 group, assigned to no one (CA-1, CA-9)", () => {
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

  it("appears in the group's channel, and starts the clocks of a waiting customer (AS-2, CK-1)", () => {
    expect(made.notifications).toMatchObject([{ topic: 'arrival', to: { kind: 'group', group: 'av2' } }]);
    const running = clocksOf(made.state, context).filter(({ state }) => state === 'running');
    expect(running.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['assignment', 'interim-response']),
    );
  });

  it("can't set the customer channel or the fields that staff fill in (CA-6, CA-9)", () => {
    const said = submit({ customerChannel: 'email', externalContact: 'false', problemNotes: 'mine' });
    expect(decided(said).details).toMatchObject({
      customerChannel: 'customer-system',
      externalContact: true,
      problemNotes: '',
    });
  });

  it('gets every fault in one answer (AC-1, CA-8, ES-5)', () => {
    expect(refused(submit({ account: 'x', nsn: '1', reason: '', contactEmail: '' })).fields).toEqual([
      'account',
      'contactEmail',
      'nsn',
      'reason',
    ]);
  });

  it('is refused when its MSC has no Level 2 group', () => {
    expect(refused(submit({ msc: 'energy' })).messages['msc']).toContain("Energy can't take requests here");
  });

  it('can be claimed without a notification to the system, which has no chat', () => {
    const claimed = { kind: 'assigned', to: 'av2-agent', how: 'claimed' } as const;
    const later = { by: 'av2-gatekeeper', at: START + 1, cause: 'two' };
    const after = changeOf(made.state, [claimed], later, context).state;
    const people = notificationsOf(caseType, after.number, made.state, after, context).flatMap(({ to }) =>
      to.kind === 'person' ? [to.person] : [],
    );
    expect(people).toEqual(['av2-agent']);
  });
});
