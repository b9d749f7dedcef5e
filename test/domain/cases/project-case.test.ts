import { changeOf, openCase } from '../../../src/domain/cases/change';
import { evolve, foundBy, projectCase } from '../../../src/domain/cases/project-case';
import type { Entry, CaseEvent } from '../../../src/domain/cases/timeline';
import { alreadyDone } from '../../../src/domain/kernel/entry';
import { aCase, escalated, opened } from '../../support/cases';
import { aWorld, MINUTE, START } from '../../support/site';

const context = aWorld();
const note: CaseEvent = { kind: 'noted', text: 'Called.' };
const act = (cause: string, at = START + 60 * MINUTE) => ({ by: 'av2-agent', at, cause });

describe('A case read from its timeline', () => {
  it('begins with its opening', () => {
    expect(() => projectCase('CS0000001', [])).toThrow(/CS0000001/);
    expect(() => projectCase('CS0000001', [{ ...note, ...act('one') }])).toThrow(/opening/);
  });

  it('is new until someone has it', () => {
    const unassigned = opened('av2', { assignee: undefined });
    expect(aCase(unassigned).state).toBe('new');
    const held = aCase(unassigned, { kind: 'assigned', to: 'av2-agent', how: 'claimed' });
    expect(held).toMatchObject({ state: 'in-progress', assignee: 'av2-agent' });
    expect(held.level2OfRecord).toEqual({ group: 'av2', person: 'av2-agent' });
    const moved = { kind: 'reassigned', group: 'av2b', level: 2, why: 'Misrouted.' } as const;
    expect(aCase(unassigned, moved)).toMatchObject({ state: 'new', group: 'av2b' });
    expect(aCase(unassigned, { ...moved, to: 'av2b-agent' }).state).toBe('in-progress');
  });

  it('remembers its holders at Level 2 and Level 3, and its highest level (L3-1)', () => {
    const back = aCase(
      opened('cic'),
      escalated('av2'),
      { kind: 'assigned', to: 'av2-other', how: 'assigned' },
      escalated('av3'),
      { kind: 'assigned', to: 'av3-agent', how: 'claimed' },
      {
        kind: 'responded',
        response: { kind: 'not-procurable', text: 'No source.' },
        group: 'av2',
        to: 'av2-other',
      },
    );
    expect(back).toMatchObject({
      level: 2,
      group: 'av2',
      assignee: 'av2-other',
      highestLevel: 3,
      level2OfRecord: { group: 'av2', person: 'av2-other' },
      level3OfRecord: { group: 'av3', person: 'av3-agent' },
    });
  });

  it('gives its holder after each entry, the last being the current one (RE-1, L3-1)', () => {
    const story = aCase(
      opened('cic'),
      escalated('av2'),
      { kind: 'assigned', to: 'av2-agent', how: 'claimed' },
      escalated('av3'),
      note,
      { kind: 'reassigned', group: 'av3', level: 3, to: 'av3-agent', why: 'Hers.' },
      { kind: 'recalled', group: 'av2', why: 'Found.' },
    );
    const atLevel2 = { group: 'av2', person: 'av2-agent' };
    const away = { level: 3, group: 'av3', preAward: true, level2OfRecord: atLevel2 };
    const atLevel3 = { group: 'av3', person: 'av3-agent' };
    expect(story.holderHistory).toEqual([
      { level: 1, group: 'cic', assignee: 'cic-agent', preAward: false },
      { level: 2, group: 'av2', preAward: false, level2OfRecord: { group: 'av2' } },
      { level: 2, group: 'av2', assignee: 'av2-agent', preAward: false, level2OfRecord: atLevel2 },
      { ...away, level3OfRecord: { group: 'av3' } },
      { ...away, level3OfRecord: { group: 'av3' } },
      { ...away, assignee: 'av3-agent', level3OfRecord: atLevel3 },
      { level: 2, group: 'av2', preAward: false, level2OfRecord: { group: 'av2' }, level3OfRecord: atLevel3 },
    ]);
    expect(story).toMatchObject({ level: 2, group: 'av2', preAward: false, level3OfRecord: atLevel3 });
    expect(story).not.toHaveProperty('assignee');
  });

  it('continues from its current state without reading earlier entries again (RE-1)', () => {
    const whole = aCase(opened('cic'), escalated('av2'), note, { kind: 'closed', text: 'Shipped.' });
    const before = projectCase(whole.number, whole.timeline.slice(0, 2));
    expect(evolve(before, whole.timeline.slice(2))).toEqual(whole);
    expect(evolve(whole, [])).toBe(whole);
    const unreadable = new Proxy({} as Entry, {
      get: () => {
        throw new Error('It was read again');
      },
    });
    const after = evolve({ ...before, timeline: [unreadable, unreadable] }, whole.timeline.slice(2));
    expect(after).toMatchObject({ state: 'closed', group: 'av2', changedAt: whole.changedAt });
  });

  it('gives the state that each later entry found, and none for the opening (RE-1)', () => {
    const whole = aCase(opened('cic'), escalated('av2'), note, { kind: 'closed', text: 'Shipped.' });
    const [, ...prefixes] = whole.timeline.map((_, index) => whole.timeline.slice(0, index));
    const found = prefixes.map((timeline) => projectCase(whole.number, timeline));
    expect(foundBy(undefined, whole)).toEqual([undefined, ...found]);
    expect(foundBy(found[1], whole)).toEqual(found.slice(1));
  });

  it('gets its NSN and PR number from its escalation, and has its PAR until that is completed (ES-5, ES-10)', () => {
    const par = { number: 'PAR-1', kind: 'status', ipg: 'I' } as const;
    const open = aCase(opened(), escalated('av3', { nsn: '5331-00-618-5362', pr: '7000000001', par }));
    expect(open).toMatchObject({
      details: { nsn: '5331-00-618-5362', pr: '7000000001' },
      openPar: { ...par, number: '1' },
    });
    const completed = { kind: 'par-completed', adequate: true, text: 'Done.' } as const;
    expect(projectOf(open, { ...completed, number: 'PAR-2' }).openPar).toMatchObject({ ...par, number: '1' });
    expect(projectOf(open, { ...completed, number: 'PAR-1' }).openPar).toBeUndefined();
    const next = { ...par, number: 'PAR-3' };
    expect(projectOf(open, { kind: 'par-submitted', par: next }).openPar).toMatchObject({
      ...next,
      number: '3',
    });
  });

  it('keeps its closing time, with resolved and closed as two states', () => {
    const closed = aCase({ kind: 'resolved', notes: 'x' }, { kind: 'closed', text: 'x' });
    expect(closed).toMatchObject({ state: 'closed', closedAt: START + 2 * MINUTE });
    expect(aCase({ kind: 'resolved', notes: 'x' })).not.toHaveProperty('closedAt');
  });
});

describe('A change to a case', () => {
  it('appends who, when, and what, and gives the next due instant (RE-1)', () => {
    const before = aCase();
    const change = changeOf(before, [note], act('one'), context);
    expect(change.state.timeline.at(-1)).toEqual({ ...note, ...act('one') });
    expect(change.nextDueAt).toBeGreaterThan(START);
    expect(change.state.changedAt).toBe(START + 60 * MINUTE);
  });

  it('is made once when its activity comes twice', () => {
    const once = changeOf(aCase(), [note], act('one'), context);
    expect(alreadyDone(once.state.timeline, 'one')).toBe(true);
    const twice = changeOf(once.state, [note], act('one'), context);
    expect(twice.state).toBe(once.state);
    expect(twice.notifications).toEqual([]);
    expect(twice.nextDueAt).toBe(once.nextDueAt);
  });

  it('does nothing if it is empty', () => {
    const before = aCase();
    expect(changeOf(before, [], act('one'), context)).toMatchObject({ state: before, notifications: [] });
  });

  it("never goes back in time, whatever another machine's clock says (RE-1)", () => {
    const before = aCase(note, note);
    expect(changeOf(before, [note], act('late', START - MINUTE), context).state.changedAt).toBe(
      before.changedAt,
    );
  });

  it('gives no next instant for a closed case', () => {
    const closed = aCase({ kind: 'resolved', notes: 'x' });
    const change = changeOf(closed, [{ kind: 'closed', text: 'x' }], act('close'), context);
    expect(change).not.toHaveProperty('nextDueAt');
  });

  it('opens a case with the number it was assigned (CA-7)', () => {
    const change = openCase('CS0000042', [opened()], act('open', START), context);
    expect(change.state).toMatchObject({ number: 'CS0000042', openedAt: START, openedBy: 'av2-agent' });
  });
});

const projectOf = (subject: ReturnType<typeof aCase>, event: CaseEvent) =>
  changeOf(subject, [event], act('next'), context).state;
