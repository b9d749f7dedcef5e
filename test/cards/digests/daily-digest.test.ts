import { ASKED_REQUEST } from '../examples/digest.examples';
import { ofPlan, told } from '../examples/example-messages';
import { ASKED, aviationPlan, MET, PLANNED } from '../examples/plan.examples';
import { NEW_CASE } from '../examples/example-cases';
import { IDS, worldAt } from '../examples/example-context';
import { dailyDigest } from '../../../src/notifications/digest/digest-cards';
import type { DigestMessage } from '../../../src/notifications/digest/alerts-card';
import type { ActionPlan, PlanEntry } from '../../../src/domain/plans/plan';

const CONTEXT = worldAt('2026-12-01T08:00:00-05:00');

const aCaseTold = (index: number): DigestMessage => {
  const message = told(NEW_CASE);
  return { ...message, notice: { ...message.notice, id: `n${index}` } };
};
const recordIdInput = (id: string, ...entries: readonly PlanEntry[]): ActionPlan => ({
  ...aviationPlan(...entries),
  id,
});
const digestOf = (...messages: readonly DigestMessage[]) => dailyDigest(messages, IDS.supervisor2, CONTEXT);

describe("The action plans in a person's digest", () => {
  it('come first if they wait for their owner, and last if their goal is met (ME-8)', () => {
    const { title, rows, buttons } = digestOf(
      aCaseTold(1),
      ofPlan(recordIdInput('AP0000001', ASKED, PLANNED, MET), 'met'),
      ofPlan(recordIdInput('AP0000002', ASKED, PLANNED), 'overdue'),
      ofPlan(recordIdInput('AP0000003', ASKED), 'asked'),
    );
    expect(title).toBe('Your digest: 4 notifications');
    expect(rows.map((row) => [row.title, row.tone])).toEqual([
      ['Your action plan is overdue', 'attention'],
      ['You need to write an action plan', 'warning'],
      [expect.stringContaining(NEW_CASE.number), 'plain'],
      ['The goal is met: your action plan is closed', 'good'],
    ]);
    expect(rows.map(({ facts }) => facts)).toMatchObject([
      ['by Mon 30 Nov 2026', 'Robin Hayes, with Supplier Operations', 'AP0000002'],
      ['not written yet', 'AP0000003'],
      {},
      ['by Mon 30 Nov 2026', 'Robin Hayes, with Supplier Operations', 'AP0000001'],
    ]);
    expect(rows[1]?.subtitle).toBe('Aviation · Case Resolution Time, Levels 2 and 3: 70.2% in October 2026');
    expect(rows[3]?.subtitle).toContain(': 88.1% in November 2026');
    expect(rows[1]?.button).toEqual({
      title: 'Open',
      verb: 'plan.list',
      data: { plan: 'AP0000003', page: '1' },
    });
    expect(buttons.map(({ verb }) => verb)).toEqual(['cases.mine', 'plan.list', 'notifications.set']);
  });

  it('are shown as they are now, not as they were when the notification was made (ME-8)', () => {
    const later = { ...PLANNED, byWhen: '2026-12-18' };
    const withdrawn: PlanEntry = { ...MET, kind: 'withdrawn', why: 'Two weeks of cases are missing.' };
    const { rows } = digestOf(
      ofPlan(recordIdInput('AP0000001', ASKED, later), 'asked'),
      ofPlan(recordIdInput('AP0000002', ASKED, withdrawn), 'asked'),
    );
    expect(rows.map(({ title, facts, tone }) => [title, facts, tone])).toEqual([
      [
        'Action plan AP0000001: under way',
        ['by Fri 18 Dec 2026', 'Robin Hayes, with Supplier Operations'],
        'plain',
      ],
      ['Action plan AP0000002: withdrawn', [], 'plain'],
    ]);
  });

  it('are listed once each, whatever notifications came in the meantime (ME-8)', () => {
    const plan = recordIdInput('AP0000001', ASKED, PLANNED, MET);
    const { title, rows } = digestOf(ofPlan(plan, 'overdue'), ofPlan(plan, 'met'));
    expect(title).toBe('Your digest: 1 notification');
    expect(rows.map((row) => row.title)).toEqual(['The goal is met: your action plan is closed']);
  });

  it('have no button if there are none', () => {
    expect(digestOf(aCaseTold(1)).buttons.map(({ verb }) => verb)).toEqual([
      'cases.mine',
      'notifications.set',
    ]);
  });
});

describe("An item that doesn't fit in a digest", () => {
  const plans = (count: number) =>
    Array.from({ length: count }, (_, index) => ofPlan(recordIdInput(`AP${index}`, ASKED), 'asked'));
  const cases = (count: number) => Array.from({ length: count }, (_, index) => aCaseTold(index));

  it('is counted, with what to type to see it, for each kind', () => {
    expect(digestOf(...cases(12)).more).toBeUndefined();
    expect(digestOf(...cases(14)).more).toBe('And 2 more: type my cases');
    expect(digestOf(...plans(20)).more).toBe('And 8 more: type action plans');
    expect(digestOf(...plans(13), ...cases(2)).more).toBe('And 3 more: type action plans or my cases');
    expect(digestOf(...Array.from({ length: 13 }, () => ASKED_REQUEST)).more).toBe(
      'And 1 more: type requests',
    );
  });
});
