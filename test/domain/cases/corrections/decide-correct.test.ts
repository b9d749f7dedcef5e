import { decideCorrect } from '../../../../src/domain/cases/corrections/decide-correct';
import { actionsOf } from '../../../../src/domain/cases/actions-of';
import { clocksOf } from '../../../../src/domain/cases/clocks/clocks-of';
import type { Case } from '../../../../src/domain/cases/case';
import { aCase, applied, decided, details, escalated, opened, refused } from '../../../support/cases';
import { aWorld, DAY, MINUTE, person, START } from '../../../support/site';

const context = aWorld();
const correct = (typed: Readonly<Record<string, string>>, subject = aCase(), by = 'av2-agent') =>
  decideCorrect(subject, { why: 'It was misread.', ...typed }, person(by), context);
const clock = (subject: Case, key: string, at = START) =>
  clocksOf(subject, aWorld(at)).find((one) => one.key === key);

describe('Correcting a case', () => {
  it('adds a new entry with the old value, the new value, and the reason (CA-10, RE-1)', () => {
    const [event] = decided(correct({ pr: 'PR 0700-123-9999', ipd: '08', msc: 'aviation' }));
    expect(event).toEqual({
      kind: 'case-corrected',
      changes: [
        { field: 'pr', from: '7001234567', to: '7001239999' },
        { field: 'ipd', from: '2', to: '8' },
      ],
      why: 'It was misread.',
    });
    const after = applied(aCase(), [event!]);
    expect(after.details).toMatchObject({ pr: '7001239999', ipd: 8 });
    expect(after.timeline[0]).toEqual(aCase().timeline[0]);
  });

  it('changes every value it names, and can remove the optional ones (CA-10)', () => {
    const typed = {
      pr: '',
      requisition: 'W25G1V63219999',
      nsn: '5331006189999',
      msc: 'distribution',
      externalContact: 'false',
    };
    const atLevel1 = aCase(opened('cic'));
    const after = applied(atLevel1, decided(correct(typed, atLevel1, 'cic-agent')));
    expect(after.details).not.toHaveProperty('pr');
    expect(after.details).toMatchObject({
      requisition: 'W25G1V63219999',
      nsn: '5331-00-618-9999',
      msc: 'distribution',
      externalContact: false,
    });
  });

  it.each([
    ['nothing new', {}, ['why']],
    ['no reason', { ipd: '08', why: ' ' }, ['why']],
    ['a PR in another form', { pr: '7001234567A' }, ['pr']],
    ['an IPD that is none', { ipd: '16' }, ['ipd']],
    ['an MSC that is none', { msc: 'nowhere' }, ['msc']],
    ['no MSC', { msc: '' }, ['msc']],
    ['no IPD where no priority was stated', { ipd: '' }, ['ipd']],
  ])('with %s is refused at the field (CA-10)', (_name, typed, fields) => {
    expect(refused(correct(typed)).fields).toEqual(expect.arrayContaining(fields));
  });

  it('leaves the MSC to the group that holds the case, and says how to move the case (CA-10, ES-1)', () => {
    expect(refused(correct({ msc: 'distribution', ipd: '08' })).messages).toEqual({
      msc: 'aviation av2 holds the case, and its MSC is Aviation. Reassign the case to a group in Distribution: reassign CS0000001.',
    });
    const moved = aCase({ kind: 'reassigned', group: 'di2', level: 2, to: 'di2-agent', why: 'Theirs.' });
    for (const msc of ['distribution', 'aviation'])
      expect(decided(correct({ msc, ipd: '08' }, moved, 'di2-agent'))[0]).toMatchObject({
        changes: [{ field: 'ipd' }],
      });
  });

  it('at Level 1 refuses an MSC that no group serves, unless the case already has it (CA-10, ES-1)', () => {
    const atLevel1 = aCase(opened('cic'));
    expect(refused(correct({ msc: 'energy' }, atLevel1, 'cic-agent')).messages).toEqual({
      msc: 'No group here works Energy cases. Choose one of: Aviation, Distribution.',
    });
    const energy = aCase(opened('cic', { details: details({ msc: 'energy' }) }));
    expect(correct({ msc: 'energy', ipd: '08' }, energy, 'cic-agent').ok).toBe(true);
  });

  it('is for the people who work the case, and not possible on a closed case (CA-10)', () => {
    expect(correct({ ipd: '08' }, aCase(), 'av2-gatekeeper').ok).toBe(true);
    expect(refused(correct({ ipd: '08' }, aCase(), 'nobody')).code).toBe('not-permitted');
    expect(actionsOf(aCase({ kind: 'closed', text: 'x' }))).not.toContain('case.correct');
  });

  it('is refused for the PR that Level 3 works with (ES-5)', () => {
    expect(refused(correct({ pr: '' }, aCase(opened(), escalated()))).fields).toContain('pr');
  });

  it('is refused for the requisition of a site issue that Level 3 works with, but not for the PR (ES-12)', () => {
    const known = details({ msc: 'distribution', requisition: 'W25G1V63210001' });
    const siteIssue = aCase(
      opened('di2', { details: known }),
      escalated('di3', { direction: 'distribution-center', distributionCenter: 'DDSP Susquehanna' }),
    );
    const typed = { requisition: '', pr: '', nsn: '', why: 'Wrong.' };
    expect(refused(decideCorrect(siteIssue, typed, person('di3-gatekeeper'), aWorld())).fields).toEqual([
      'requisition',
    ]);
  });
});

describe('The clocks of a corrected case', () => {
  it('use the corrected IPD from their original start (CA-10, CK-1)', () => {
    const after = applied(aCase(), decided(correct({ ipd: '01' })));
    expect(clock(aCase(), 'interim-response#1')?.days).toBe(2);
    expect(clock(after, 'interim-response#1')).toMatchObject({ days: 1, startAt: START });
  });

  it('keep a breach that was recorded earlier, whatever is corrected (CA-10)', () => {
    const dueAt = clock(aCase(), 'interim-response#1')!.dueAt;
    const missed = { kind: 'clock-missed', clock: 'interim-response#1', dueAt } as const;
    const breached = applied(aCase(), [missed], { at: dueAt + 1 });
    for (const typed of [{ ipd: '01' }, { ipd: '15' }, { externalContact: 'false' }]) {
      const after = applied(breached, decided(correct(typed, breached)), { at: dueAt + DAY });
      expect(clock(after, 'interim-response#1', dueAt + DAY)).toMatchObject({ missed: true, dueAt });
    }
  });

  it('run from the time a waiting customer was added (CK-4, CK-1, CK-2)', () => {
    const quiet = aCase(opened('av2', { details: details({ externalContact: false }) }));
    expect(clock(quiet, 'interim-response#1')).toBeUndefined();
    expect(actionsOf(quiet)).not.toContain('case.interim');
    const at = START + 3 * DAY;
    const after = applied(quiet, decided(correct({ externalContact: 'true' }, quiet)), { at });
    expect(clock(after, 'interim-response#1', at)).toMatchObject({ startAt: at, state: 'running', days: 2 });
    expect(clock(after, 'recurring-status#1', at)).toMatchObject({ startAt: at, state: 'running' });
    expect(actionsOf(after)).toEqual(expect.arrayContaining(['case.interim', 'case.status']));
  });

  it('run from the time a customer was added, even when more was corrected with it (CK-4, CA-10)', () => {
    const quiet = aCase(opened('av2', { details: details({ externalContact: false }) }));
    const at = START + 3 * DAY;
    const typed = { externalContact: 'true', ipd: '01' };
    const after = applied(quiet, decided(correct(typed, quiet)), { at });
    expect(clock(after, 'interim-response#1', at)).toMatchObject({ startAt: at, days: 1 });
  });

  it('owe nothing to a customer who is added after the resolution (CK-4)', () => {
    const quiet = aCase(opened('av2', { details: details({ externalContact: false }) }), {
      kind: 'resolved',
      notes: 'It ships in December.',
    });
    const change = { field: 'externalContact', from: 'false', to: 'true' } as const;
    const corrected = { kind: 'case-corrected', changes: [change], why: 'They called.' } as const;
    const after = applied(quiet, [corrected], { at: START + DAY });
    expect(clock(after, 'interim-response#1')).toBeUndefined();
    expect(clock(after, 'recurring-status#1')).toBeUndefined();
  });

  it('are recalculated if they had only warned before (CA-10, CK-11)', () => {
    const dueAt = clock(aCase(), 'interim-response#1')!.dueAt;
    const warned = { kind: 'clock-warned', clock: 'interim-response#1', dueAt } as const;
    const before = applied(aCase(), [warned], { at: dueAt - 1 });
    const after = applied(before, decided(correct({ ipd: '01' }, before)), { at: dueAt - 1 });
    expect(clock(after, 'interim-response#1')?.days).toBe(1);
  });

  it('each appear once, including one with a recorded breach (CA-10)', () => {
    const dueAt = clock(aCase(), 'interim-response#1')!.dueAt;
    const missed = { kind: 'clock-missed', clock: 'interim-response#1', dueAt } as const;
    const breached = applied(aCase(), [missed], { at: dueAt + 1 });
    for (const typed of [{ ipd: '01' }, { externalContact: 'false' }]) {
      const after = applied(breached, decided(correct(typed, breached)), { at: dueAt + DAY });
      const keys = clocksOf(after, aWorld(dueAt + DAY)).map(({ key }) => key);
      expect(keys).toEqual([...new Set(keys)]);
      expect(keys).toContain('interim-response#1');
    }
  });

  it('end with the correction when no one is waiting anymore, unless they were met before (CA-10, CK-4)', () => {
    const dueAt = clock(aCase(), 'interim-response#1')!.dueAt;
    const missed = { kind: 'clock-missed', clock: 'interim-response#1', dueAt } as const;
    const breached = applied(aCase(), [missed], { at: dueAt + 1 });
    const noCustomer = (subject: Case) =>
      applied(subject, decided(correct({ externalContact: 'false' }, subject)), { at: dueAt + DAY });
    const open = clock(noCustomer(breached), 'interim-response#1', dueAt + DAY);
    expect(open).toMatchObject({ state: 'void', endedAt: dueAt + DAY, missed: true });
    const interim = { kind: 'interim-sent', text: 'We work on it.' } as const;
    const met = applied(breached, [interim], { at: dueAt + MINUTE });
    const kept = clock(noCustomer(met), 'interim-response#1', dueAt + DAY);
    expect(kept).toMatchObject({ state: 'met', endedAt: dueAt + MINUTE, missed: true });
  });
});
