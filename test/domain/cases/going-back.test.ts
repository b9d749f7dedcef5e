import { decideApprove } from '../../../src/domain/cases/decisions/decide-approve';
import { decideDecline } from '../../../src/domain/cases/decisions/decide-decline';
import { decideReassign, reassignableTo } from '../../../src/domain/cases/decisions/decide-reassign';
import { decideReferBack, levelTwoOf } from '../../../src/domain/cases/decisions/decide-refer-back';
import { decideRespond } from '../../../src/domain/cases/decisions/decide-respond';
import { decideUpdate } from '../../../src/domain/cases/decisions/decide-update';
import { decideRecall } from '../../../src/domain/cases/level-3/decide-recall';
import { aCase, decided, escalated, opened, refused, type Happened } from '../../support/cases';
import { aDirectory, aWorld, person, START } from '../../support/site';

const context = aWorld();
const assigned: Happened = { kind: 'assigned', to: 'av3-agent', how: 'assigned' };
const atLevel3 = aCase(opened(), escalated('av3'), assigned);
const siteWithout = (...keys: readonly string[]) =>
  aWorld(START, { directory: aDirectory(aDirectory().groups.filter(({ key }) => !keys.includes(key))) });

describe('what is missing, as Level 3 refers a case back', () => {
  const missing = (typed: string) =>
    decideReferBack(atLevel3, { missing: typed }, person('av3-agent'), context);
  const items = (typed: string) => {
    const [event] = decided(missing(typed));
    return event?.kind === 'referred-back' ? event.missing : [];
  };

  it('is one item a line, with or without a bullet (L3-2)', () => {
    expect(items('-Tail number\n  * Hull-number \n•  Date - of need\nQuantity')).toEqual([
      'Tail number',
      'Hull-number',
      'Date - of need',
      'Quantity',
    ]);
  });

  it('is twenty lines at most, of plain text that is not too long (L3-2)', () => {
    expect(items('NSN\n'.repeat(20))).toHaveLength(20);
    expect(refused(missing('NSN\n'.repeat(21))).messages['missing']).toBe(
      '21 lines are too many to act on. Give 20 or fewer.',
    );
    expect(refused(missing('x'.repeat(2_001))).messages['missing']).toContain('2001 characters');
    expect(refused(missing('- ')).messages['missing']).toBe('Write what is missing, one item a line.');
  });

  it('is Level 3’s to say (L3-2, AC-2)', () => {
    const typed = { missing: 'NSN' };
    expect(refused(decideReferBack(atLevel3, typed, person('av2-agent'), context)).code).toBe(
      'not-permitted',
    );
  });
});

describe('where a case goes that Level 3 gives back', () => {
  it('is a Level 2 group of its MSC where that of record left the directory (L3-1)', () => {
    const { directory } = siteWithout('av2');
    expect(levelTwoOf(atLevel3, directory)).toEqual({ group: 'av2b' });
  });

  it('is nowhere where its MSC has no group of Level 2: it is not given back (L3-1)', () => {
    const site = siteWithout('av2', 'av2b');
    const refusal = { code: 'nothing-to-escalate-to', params: { msc: 'Aviation', level: '2' } };
    const by = person('av3-agent');
    expect(levelTwoOf(atLevel3, site.directory)).toBeUndefined();
    expect(refused(decideReferBack(atLevel3, { missing: 'NSN' }, by, site))).toMatchObject(refusal);
    const respond = { kind: 'not-procurable', text: 'No source makes it.' };
    expect(refused(decideRespond(atLevel3, respond, by, site))).toMatchObject(refusal);
  });

  it('is the group alone where nobody of record is known (L3-1)', () => {
    const unassigned = aCase(opened('av2', { assignee: undefined }), escalated('av3'), assigned);
    expect(levelTwoOf(unassigned, context.directory)).toStrictEqual({ group: 'av2' });
    const [back] = decided(decideRecall(unassigned, { why: 'They found it.' }, person('av2-agent'), context));
    expect(back).not.toHaveProperty('to');
  });
});

describe('what Level 3 responds', () => {
  it('is Level 3’s to give (L3-5, AC-2)', () => {
    const typed = { kind: 'not-procurable', text: 'No source makes it.' };
    expect(refused(decideRespond(atLevel3, typed, person('av2-agent'), context)).code).toBe('not-permitted');
  });

  it('leaves a PAR open where it is with the Engineering Support Activity (L3-5, CL-8)', () => {
    const par = { number: '20261001', kind: 'status', ipg: 'I' } as const;
    const withPar = aCase(opened(), { kind: 'par-submitted', par }, escalated('av3'), assigned);
    const typed = { kind: 'engineering-support', date: '2026-12-15', text: 'They check the drawing.' };
    expect(decided(decideRespond(withPar, typed, person('av3-agent'), context))).toHaveLength(1);
  });
});

describe('a recurring update', () => {
  const first: Happened = {
    kind: 'quality-update',
    bluf: 'Award is expected.',
    dateKind: 'EAD',
    date: '2026-12-15',
  };
  const update = (typed: Readonly<Record<string, string>>, ...before: readonly Happened[]) =>
    decideUpdate(
      aCase(opened(), escalated('av3'), ...before),
      { bluf: 'Award is expected.', dateKind: 'EAD', date: '2026-12-15', ...typed },
      person('av3-agent'),
      context,
    );

  it('is measured against the first since the case came, also after it moved within Level 3 (L3-4)', () => {
    const moved: Happened = { kind: 'reassigned', group: 'av3', level: 3, to: 'av3-agent', why: 'On leave.' };
    expect(refused(update({}, first, moved)).fields).toEqual(['bluf']);
    expect(update({}, moved).ok).toBe(true);
  });

  it('says the same whatever the signs between its words, and something else with other words (L3-4)', () => {
    expect(refused(update({ bluf: 'AWARD -- is, expected!' }, first)).fields).toEqual(['bluf']);
    expect(update({ bluf: 'Award is late.' }, first).ok).toBe(true);
    expect(refused(update({ bluf: '' }, first)).messages['bluf']).toContain('(BLUF) is missing');
  });
});

describe('reassigning', () => {
  const reassign = (typed: Readonly<Record<string, string>>, site = context) =>
    decideReassign(aCase(), { why: 'On leave.', ...typed }, person('po-agent'), site);

  it('is to a group of the case’s level, which are offered (AS-3)', () => {
    expect(reassignableTo(aCase(), context.directory).map(({ key }) => key)).toEqual(['av2', 'av2b', 'di2']);
    expect(decided(reassign({ group: 'av2b' }))).toStrictEqual([
      { kind: 'reassigned', group: 'av2b', level: 2, why: 'On leave.' },
    ]);
  });

  it('says of which level a group is, or that there is none of the name (AS-3)', () => {
    const said = (group: string) => refused(reassign({ group })).messages['group'];
    expect(said('av3')).toContain('aviation av3 is Level 3; this case is at Level 2.');
    expect(said('po')).toContain('enterprise po is the program office; this case is at Level 2.');
    expect(said('x'.repeat(70))).toBe(`There is no group "${'x'.repeat(60)}". Choose one of the list.`);
    expect(refused(reassign({ group: 'nowhere', person: 'nobody' })).fields).toEqual(['group']);
  });

  it('to where the case is says so at the field, by the name of the group or its key (AS-3)', () => {
    const message = 'The case is there already. Choose another group, or another person of';
    expect(refused(reassign({}))).toMatchObject({
      params: { group: 'aviation av2' },
      messages: { group: `${message} aviation av2.` },
    });
    const left = siteWithout('av2');
    expect(refused(reassign({}, left))).toMatchObject({ params: { group: 'av2' } });
  });
});

describe('a closing that waits for approval', () => {
  const asked: Happened = {
    ...{ kind: 'closing-asked', text: 'It ships late.', reason: 'No stock.', until: '2027-03-01' },
    ...{ supervisors: ['av2-supervisor'], by: 'av2-agent' },
  };
  const waiting = aCase({ kind: 'resolved', notes: 'It ships late.' }, asked);

  it('is approved with what was asked, and no alternative where none was offered (CL-5)', () => {
    const [closed] = decided(decideApprove(waiting, {}, person('av2-supervisor'), context));
    expect(closed?.kind === 'closed' && closed.longLead).toStrictEqual({
      reason: 'No stock.',
      askedBy: 'av2-agent',
    });
  });

  it('is declined with why, by a supervisor (CL-5)', () => {
    const decline = (why: string, by = 'av2-supervisor') =>
      decideDecline(waiting, { why }, person(by), context);
    expect(decided(decline('Ask for lateral support.'))).toEqual([
      { kind: 'closing-declined', why: 'Ask for lateral support.' },
    ]);
    expect(refused(decline('')).messages).toEqual({
      why: 'Write why the case is not closed, and what is to be done first.',
    });
    expect(refused(decline('No.', 'av2-agent')).code).toBe('not-permitted');
  });
});
