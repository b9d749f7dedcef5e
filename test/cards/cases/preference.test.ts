import { caseDelivery } from '../../../src/cards/cases/case-delivery';
import { membershipDelivery } from '../../../src/cards/memberships/membership-delivery';
import { planDelivery } from '../../../src/cards/plans/plan-delivery';
import type { CaseEvent } from '../../../src/domain/cases/timeline';
import type { Notification } from '../../../src/domain/kernel/notification';
import { aCase, opened } from '../../support/cases';

const to = { kind: 'person', person: 'ann' } as const;
const none = () => Promise.resolve(undefined);
const notification = (kind: string, said: Pick<Notification, 'topic' | 'entry' | 'clock'>): Notification => ({
  ...{ id: 'n', about: { kind, id: 'R1' }, to, mentions: [], madeAt: 0 },
  ...said,
});
const kindOf = (said: Pick<Notification, 'topic' | 'entry' | 'clock'>) =>
  caseDelivery.preference(notification('case', said), 'ann', none);
/** The kind of the word of a event to ann. */
const ofEntry = (event: CaseEvent) =>
  caseDelivery.preference(notification('case', { topic: 'told', entry: 1 }), 'ann', () =>
    Promise.resolve(aCase(opened(), event)),
  );

describe('The kind of a notification', () => {
  it('is "assigned" for the person who gets the case, and another for people only informed of it', async () => {
    const referred = { kind: 'referred-back', group: 'av2', missing: [], text: '', supervisors: [] } as const;
    expect(await ofEntry({ kind: 'assigned', to: 'ann', how: 'assigned' })).toBe('assigned');
    expect(await ofEntry({ kind: 'assigned', to: 'eve', how: 'assigned' })).toBe('work');
    expect(await ofEntry({ ...referred, to: 'ann' })).toBe('assigned');
    expect(await ofEntry({ ...referred, to: 'eve' })).toBe('escalations');
    expect(await ofEntry({ kind: 'mail-refused', of: 0, why: 'refused' })).toBe('mail');
    expect(await ofEntry({ kind: 'clock-missed', clock: 'assignment#1', dueAt: 0 })).toBe('breaches');
  });

  it('is what others do if nothing is known of the entry, and for an outgoing email', async () => {
    expect(await kindOf({ topic: 'told', entry: 1 })).toBe('work');
    expect(await kindOf({ topic: 'mail', entry: 1 })).toBe('work');
    expect(await kindOf({ topic: 'arrival' })).toBe('work');
  });

  it.each(['referred-back', 'recalled', 'supervisors-asked'])(
    'is escalations if the case is %s (L3-2, L3-3)',
    async (topic) => {
      expect(await kindOf({ topic, entry: 1 })).toBe('escalations');
    },
  );

  it('is what waits for the reader if only they can answer or someone has to be found (AC-7)', async () => {
    expect(await kindOf({ topic: 'approval', entry: 1 })).toBe('needed');
    expect(await kindOf({ topic: 'assignee-left', entry: 1 })).toBe('needed');
    const request = notification('membership', { topic: 'asked', entry: 0 });
    expect(await membershipDelivery.preference(request, 'ann', none)).toBe('needed');
    expect(await kindOf({ topic: 'breach', clock: 'assignment#1' })).toBe('breaches');
  });

  it.each(['asked', 'overdue', 'met'])('is action plans if one is %s (ME-8)', async (topic) => {
    expect(await planDelivery.preference(notification('plan', { topic }), 'ann', none)).toBe('plans');
  });
});
