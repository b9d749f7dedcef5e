import { changeOf } from '../../../src/domain/kernel/change-of';
import { closePlan, revisePlan, writeNewPlan } from '../../../src/domain/plans/decide-plan';
import { plannedIn, stateOf } from '../../../src/domain/plans/plan';
import { planType } from '../../../src/domain/plans/plan-type';
import { aDirectory, aPerson, aWorld, person, START } from '../../support/site';
import { asked, aSubject, changedBy, ENTERPRISE_SCOPE, valueOf, written, WRITTEN } from '../../support/plans';

const directory = aDirectory();
const analyst = person('analyst');

describe('Asking for an action plan', () => {
  it("notifies each owner in person: an MSC's analysts, or the program office for the enterprise (ME-8)", () => {
    const { state: plan, notifications } = asked();
    expect(stateOf(plan)).toBe('asked');
    expect(plan.entries).toEqual([
      { kind: 'asked', at: START, by: 'casekeeper', cause: 'figures of 2026-10' },
    ]);
    expect(notifications).toEqual([
      {
        id: 'AP0000001/entry-1/asked/person:analyst',
        about: { kind: 'plan', id: 'AP0000001' },
        topic: 'asked',
        entry: 1,
        to: { kind: 'person', person: 'analyst' },
        mentions: [],
        madeAt: START,
      },
    ]);
    const ofEnterprise = asked({ scope: ENTERPRISE_SCOPE }).notifications.map(({ to }) => to);
    expect(ofEnterprise).toEqual(
      ['po-agent', 'po-other', 'po-gatekeeper', 'po-supervisor'].map((id) => ({
        kind: 'person',
        person: id,
      })),
    );
  });
});

describe('Writing an action plan', () => {
  it('records what, who, and by when along with its author and time, and each revision is a new entry (ME-8, RE-1)', () => {
    const first = written();
    expect(stateOf(first)).toBe('planned');
    const second = written(first, { what: 'Three more.' }, 'c2');
    expect(plannedIn(second)).toEqual({
      ...WRITTEN,
      kind: 'planned',
      what: 'Three more.',
      at: START + 120_000,
      by: 'analyst',
      cause: 'c2',
    });
    expect(second.entries.slice(0, 2)).toEqual(first.entries);
  });

  it('is possible without being asked (ME-8)', () => {
    const events = valueOf(writeNewPlan(aSubject(), WRITTEN, analyst, START, directory));
    const act = { at: START, by: analyst.id, cause: 'c1' };
    const { state: plan, notifications } = changeOf(planType, 'AP0000001', undefined, events, act, aWorld());
    expect(plan.entries.map(({ kind, by }) => [kind, by])).toEqual([['planned', 'analyst']]);
    expect(plan).toMatchObject(aSubject());
    expect(notifications).toEqual([]);
  });

  it.each([
    ['nothing', { what: ' ', who: '', byWhen: '' }, ['what', 'who', 'byWhen']],
    ['a date that is none', { byWhen: '2026-02-30' }, ['byWhen']],
    ['yesterday', { byWhen: '2026-11-01' }, ['byWhen']],
    ['too long a name', { who: 'x'.repeat(251) }, ['who']],
    ['a name on two lines', { who: 'Kim\nLee' }, ['who']],
    ['too much', { what: 'x'.repeat(2_001), byWhen: 'soon' }, ['what', 'byWhen']],
  ])('with %s is refused, each fault at its field (ME-8)', (_what, typed, fields) => {
    const refused = revisePlan(asked().state, 0, { ...WRITTEN, ...typed }, analyst, START, directory);
    expect(refused.ok).toBe(false);
    if (!refused.ok) expect(refused.refusal.faults.map(({ field }) => field)).toEqual(fields);
  });

  it('accepts today in the default time zone, however late it is there (BT-6)', () => {
    const lastMinute = Date.parse('2026-11-02T23:59-05:00');
    const on = (byWhen: string) =>
      revisePlan(asked().state, 0, { ...WRITTEN, byWhen }, analyst, lastMinute, directory).ok;
    expect([on('2026-11-02'), on('2026-11-01')]).toEqual([true, false]);
  });

  it("shows another person's revision first if the writer has not seen it (RE-1)", () => {
    const stale = revisePlan(written(), 0, { what: '' }, analyst, START, directory);
    expect(stale).toMatchObject({
      ok: false,
      refusal: { code: 'plan-changed', params: { plan: 'AP0000001' } },
    });
  });

  it('is allowed for its owners and the program office, and the refusal names them (ME-8, AC-5)', () => {
    for (const by of [person('po-agent'), analyst])
      expect(revisePlan(asked().state, 0, WRITTEN, by, START, directory).ok).toBe(true);
    const other = aPerson('other-analyst', { roles: ['business-process-analyst'], msc: 'distribution' });
    for (const by of [person('av2-supervisor'), person('nobody'), other]) {
      expect(revisePlan(asked().state, 0, WRITTEN, by, START, directory)).toMatchObject({
        refusal: {
          code: 'not-permitted',
          params: {
            action: 'An action plan for Aviation',
            who: 'a business process analyst of Aviation (Analyst), or the program office',
          },
        },
      });
    }
  });
});

describe('Closing an action plan by hand', () => {
  it.each(['met', 'withdrawn'] as const)('records why, as %s, and allows no further change (ME-8)', (how) => {
    const events = valueOf(closePlan(written(), { how, why: 'See the minutes.' }, analyst, directory));
    const act = { at: START + 120_000, by: 'analyst', cause: 'c2' };
    const { state: plan, notifications } = changedBy(written(), events, act.at, act.by, act.cause);
    expect(stateOf(plan)).toBe(how);
    expect(plan.entries.at(-1)).toEqual({ kind: how, why: 'See the minutes.', ...act });
    expect(notifications).toEqual([]);
    const closed = { refusal: { code: 'plan-closed', params: { plan: 'AP0000001', state: how } } };
    expect(closePlan(plan, { how, why: 'x' }, analyst, directory)).toMatchObject(closed);
    expect(revisePlan(plan, 1, WRITTEN, analyst, START, directory)).toMatchObject(closed);
  });

  it('requires how and why, each reported at its field (ME-8)', () => {
    const refused = closePlan(written(), { how: 'lost', why: ' ' }, analyst, directory);
    expect(refused).toMatchObject({
      refusal: { code: 'faulty-fields', faults: [{ field: 'how' }, { field: 'why' }] },
    });
  });

  it('is allowed for anyone who may write it (ME-8)', () => {
    const refused = closePlan(written(), { how: 'met', why: 'x' }, person('av2-agent'), directory);
    expect(refused).toMatchObject({ refusal: { code: 'not-permitted' } });
  });
});
