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

describe('The list of what is missing in a referral back', () => {
  const missing = (typed: string) =>
    decideReferBack(atLevel3, { missing: typed }, person('av3-agent'), context);
  const items = (typed: string) => {
    const [event] = decided(missing(typed));
    return event?.kind === 'referred-back' ? event.missing : [];
  };

  it('has one item per line, with or without a bullet (L3-2)', () => {
    expect(items('-Tail number\n  * Hull-number \n•  Date - of need\nQuantity')).toEqual([
      'Tail number',
      'Hull-number',
      'Date - of need',
      'Quantity',
    ]);
  });

  it('has at most twenty lines of plain text within the length limit (L3-2)', () => {
    expect(items('NSN\n'.repeat(20))).toHaveLength(20);
    expect(refused(missing('NSN\n'.repeat(21))).messages['missing']).toBe(
      '21 lines are too many to act on. Enter 20 or fewer.',
    );
    expect(refused(missing('x'.repeat(2_001))).messages['missing']).toContain('2001 characters');
    expect(refused(missing('- ')).messages['missing']).toBe("Enter what's missing, one item per line.");
  });

  it('can be written only by Level 3 (L3-2, AC-2)', () => {
    const typed = { missing: 'NSN' };
    expect(refused(decideReferBack(atLevel3, typed, person('av2-agent'), context)).code).toBe(
      'not-permitted',
    );
  });
});

describe('The destination of a case that Level 3 returns', () => {
  it('is a Level 2 group in its MSC when the group of record left the directory (L3-1)', () => {
    const { directory } = siteWithout('av2');
    expect(levelTwoOf(atLevel3, directory)).toEqual({ group: 'av2b' });
  });

  it("is missing when its MSC has no Level 2 group, so the case can't be returned (L3-1)", () => {
    const site = siteWithout('av2', 'av2b');
    const refusal = { code: 'nothing-to-escalate-to', params: { msc: 'Aviation', level: '2' } };
    const by = person('av3-agent');
    expect(levelTwoOf(atLevel3, site.directory)).toBeUndefined();
    expect(refused(decideReferBack(atLevel3, { missing: 'NSN' }, by, site))).toMatchObject(refusal);
    const respond = { kind: 'not-procurable', text: 'No source makes it.' };
    expect(refused(decideRespond(atLevel3, respond, by, site))).toMatchObject(refusal);
  });

  it('is the group alone when no agent of record is known (L3-1)', () => {
    const unassigned = aCase(opened('av2', { assignee: undefined }), escalated('av3'), assigned);
    expect(levelTwoOf(unassigned, context.directory)).toStrictEqual({ group: 'av2' });
    const [back] = decided(decideRecall(unassigned, { why: 'They found it.' }, person('av2-agent'), context));
    expect(back).not.toHaveProperty('to');
  });
});

describe('A Level 3 response', () => {
  it('can be given only by Level 3 (L3-5, AC-2)', () => {
    const typed = { kind: 'not-procurable', text: 'No source makes it.' };
    expect(refused(decideRespond(atLevel3, typed, person('av2-agent'), context)).code).toBe('not-permitted');
  });

  it('leaves a PAR open while the Engineering Support Activity has it (L3-5, CL-8)', () => {
    const par = { number: '20261001', kind: 'status', ipg: 'I' } as const;
    const withPar = aCase(opened(), { kind: 'par-submitted', par }, escalated('av3'), assigned);
    const typed = { kind: 'engineering-support', date: '2026-12-15', text: 'They check the drawing.' };
    expect(decided(decideRespond(withPar, typed, person('av3-agent'), context))).toHaveLength(1);
  });
});

describe('A recurring update', () => {
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

  it('is compared with the first one since the case arrived, even after a move within Level 3 (L3-4)', () => {
    const moved: Happened = { kind: 'reassigned', group: 'av3', level: 3, to: 'av3-agent', why: 'On leave.' };
    expect(refused(update({}, first, moved)).fields).toEqual(['bluf']);
    expect(update({}, moved).ok).toBe(true);
  });

  it('counts as unchanged if only the punctuation differs, and as changed if the words do (L3-4)', () => {
    expect(refused(update({ bluf: 'AWARD -- is, expected!' }, first)).fields).toEqual(['bluf']);
    expect(update({ bluf: 'Award is late.' }, first).ok).toBe(true);
    expect(refused(update({ bluf: '' }, first)).messages['bluf']).toContain('(BLUF) is missing');
  });
});

describe('Reassigning a case', () => {
  const reassign = (typed: Readonly<Record<string, string>>, site = context) =>
    decideReassign(aCase(), { why: 'On leave.', ...typed }, person('po-agent'), site);

  it("is possible to a group at the case's level, and those groups are offered (AS-3)", () => {
    expect(reassignableTo(aCase(), context.directory).map(({ key }) => key)).toEqual(['av2', 'av2b', 'di2']);
    expect(decided(reassign({ group: 'av2b' }))).toStrictEqual([
      { kind: 'reassigned', group: 'av2b', level: 2, why: 'On leave.' },
    ]);
  });

  it("gives the level of the group entered, or says that it doesn't exist (AS-3)", () => {
    const said = (group: string) => refused(reassign({ group })).messages['group'];
    expect(said('av3')).toContain('aviation av3 is Level 3; this case is at Level 2.');
    expect(said('po')).toContain('enterprise po is the program office; this case is at Level 2.');
    expect(said('x'.repeat(70))).toBe(`Group "${'x'.repeat(60)}" not found. Choose one from the list.`);
    expect(refused(reassign({ group: 'nowhere', person: 'nobody' })).fields).toEqual(['group']);
  });

  it("to its current group is refused at the field, by the group's name or key (AS-3)", () => {
    const message = 'The case is already there. Choose another group, or another person in';
    expect(refused(reassign({}))).toMatchObject({
      params: { group: 'aviation av2' },
      messages: { group: `${message} aviation av2.` },
    });
    const left = siteWithout('av2');
    expect(refused(reassign({}, left))).toMatchObject({ params: { group: 'av2' } });
  });
});

describe('A closure that waits for approval', () => {
  const asked: Happened = {
    ...{ kind: 'closing-asked', text: 'It ships late.', reason: 'No stock.', until: '2027-03-01' },
    ...{ supervisors: ['av2-supervisor'], by: 'av2-agent' },
  };
  const waiting = aCase({ kind: 'resolved', notes: 'It ships late.' }, asked);

  it('is approved as requested, without an alternative if none was offered (CL-5)', () => {
    const [closed] = decided(decideApprove(waiting, {}, person('av2-supervisor'), context));
    expect(closed?.kind === 'closed' && closed.longLead).toStrictEqual({
      reason: 'No stock.',
      askedBy: 'av2-agent',
    });
  });

  it('can be declined by a supervisor with a reason (CL-5)', () => {
    const decline = (why: string, by = 'av2-supervisor') =>
      decideDecline(waiting, { why }, person(by), context);
    expect(decided(decline('Ask for lateral support.'))).toEqual([
      { kind: 'closing-declined', why: 'Ask for lateral support.' },
    ]);
    expect(refused(decline('')).messages).toEqual({
      why: "Explain why the case isn't closed, and what must be done first.",
    });
    expect(refused(decline('No.', 'av2-agent')).code).toBe('not-permitted');
  });
});
