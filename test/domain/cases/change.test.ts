import { changeOf, openCase } from '../../../src/domain/cases/change';
import { projectCase } from '../../../src/domain/cases/project-case';
import type { Entry } from '../../../src/domain/cases/timeline';
import type { DomainContext } from '../../../src/domain/kernel/domain-context';
import { aCase, escalated, opened, type Happened } from '../../support/cases';
import { aWorld, DAY, MINUTE, START } from '../../support/site';

const DUE = START + 2 * DAY;
const note = { kind: 'noted', text: 'The vendor called.' } as const;
const unassigned = aCase(opened('av2', { assignee: undefined }));
const act = (at: number, more: object = {}) => ({ by: 'av2-gatekeeper', at, cause: 'act', ...more });
const kinds = (timeline: readonly Entry[]) => timeline.map(({ kind }) => kind);

describe('A change to a case', () => {
  it('records who made it, when, and where if that is known (RE-1)', () => {
    const where = { channel: 'av2' } as never;
    const { state: after } = changeOf(aCase(), [note], act(START + MINUTE, { where }), aWorld());
    expect(after.timeline.at(-1)).toStrictEqual({
      ...note,
      at: START + MINUTE,
      by: 'av2-gatekeeper',
      cause: 'act',
      where,
    });
    const elsewhere = changeOf(aCase(), [note], act(START + MINUTE), aWorld());
    expect(elsewhere.state.timeline.at(-1)).not.toHaveProperty('where');
  });

  it('records nothing and notifies no one when nothing changed (RE-1)', () => {
    const change = changeOf(unassigned, [], act(DUE + DAY), aWorld(DUE + DAY));
    expect(change.state).toBe(unassigned);
    expect(change.notifications).toEqual([]);
  });

  it('first records, as Casekeeper, what was missed before it, and adds no warnings (CK-11)', () => {
    const claim = { kind: 'assigned', to: 'av2-agent', how: 'assigned' } as const;
    const { state: after } = changeOf(unassigned, [claim], act(DUE + 1), aWorld(DUE + 1));
    expect(after.timeline.slice(1)).toEqual([
      {
        kind: 'clock-missed',
        clock: 'assignment#1',
        dueAt: DUE,
        at: DUE + 1,
        by: 'casekeeper',
        cause: 'act',
      },
      {
        kind: 'clock-missed',
        clock: 'interim-response#1',
        dueAt: DUE,
        at: DUE + 1,
        by: 'casekeeper',
        cause: 'act',
      },
      { ...claim, ...act(DUE + 1) },
    ]);
    const early = changeOf(unassigned, [note], act(DUE - 1), aWorld(DUE - 1));
    expect(kinds(early.state.timeline)).toEqual(['opened', 'noted']);
  });

  it('made by the sweep records what the sweep found, once (CK-11)', () => {
    const missed = { kind: 'clock-missed', clock: 'assignment#1', dueAt: DUE } as const;
    const swept = changeOf(unassigned, [missed], act(DUE + 1, { by: 'casekeeper' }), aWorld(DUE + 1));
    expect(kinds(swept.state.timeline)).toEqual(['opened', 'clock-missed']);
  });

  it('that closes a case also sends the customer a survey from Casekeeper if the site uses surveys (CL-7)', () => {
    const word = { by: 'email', to: 'pat@example.mil', subject: 'CS0000001' } as const;
    const close = { kind: 'closed', text: 'It shipped.', word } as const;
    const resolved = aCase({ kind: 'resolved', notes: 'It shipped.' });
    const at = START + 5 * MINUTE;
    const asking: DomainContext = { ...aWorld(at), asksCustomers: true };
    const { state: after } = changeOf(resolved, [close], act(at), asking);
    expect(kinds(after.timeline)).toEqual(['opened', 'resolved', 'closed', 'satisfaction-asked']);
    expect(after.timeline.at(-1)).toMatchObject({ by: 'casekeeper', at, cause: 'act' });
    expect(kinds(changeOf(resolved, [close], act(at), aWorld(at)).state.timeline)).toHaveLength(3);
  });

  it('says when a clock is due next, and says nothing for a case without clocks (CK-11)', () => {
    expect(changeOf(unassigned, [note], act(START + MINUTE), aWorld()).nextDueAt).toBe(START + 1.5 * DAY);
    const over = [
      { kind: 'resolved', notes: 'x' },
      { kind: 'closed', text: 'x' },
    ] as const;
    expect(changeOf(aCase(), over, act(START + MINUTE), aWorld())).not.toHaveProperty('nextDueAt');
    expect(openCase('CS0000001', [opened()], act(START), aWorld()).nextDueAt).toBeGreaterThan(START);
  });
});

describe('A case built from its timeline', () => {
  it('has only the values that the timeline gives (RE-1)', () => {
    const bare = aCase(opened('av2', { assignee: undefined }));
    for (const name of ['assignee', 'closedAt', 'level3OfRecord', 'openPar', 'closingAsked', 'awaitedCenter'])
      expect(bare).not.toHaveProperty(name);
    expect(bare.level2OfRecord).toStrictEqual({ group: 'av2' });
    expect(aCase().level2OfRecord).toStrictEqual({ group: 'av2', person: 'av2-agent' });
    expect(aCase(opened('cic'))).not.toHaveProperty('level2OfRecord');
    expect(bare.links).toEqual([]);
  });

  it('lists its linked cases in order (CA-3)', () => {
    const link = (to: string): Happened => ({ kind: 'linked', to, why: 'The same order.' });
    expect(aCase(link('CS0000009'), note, link('CS0000002')).links).toEqual(['CS0000009', 'CS0000002']);
  });

  it('has the contact as last corrected (CA-10, AC-1)', () => {
    const to = { name: 'Pat Customer', email: 'pat@new.mil' };
    const corrected: Happened = { kind: 'contact-corrected', from: { name: 'Pat' }, to, why: 'They moved.' };
    const { details } = aCase(corrected);
    expect(details.contact).toEqual(to);
    expect(details).toMatchObject({ pr: '7001234567', msc: 'aviation' });
  });

  it('keeps its NSN and PR when the escalation has none, and keeps its highest level when it comes back (ES-5)', () => {
    const away = aCase(opened('cic'), escalated('av2'), escalated('av3'));
    expect(away.details).toMatchObject({ nsn: '5331-00-618-5361', pr: '7001234567' });
    expect(away.highestLevel).toBe(3);
    const back: Happened = { kind: 'recalled', group: 'av2', to: 'av2-agent', why: 'They found it.' };
    expect(aCase(opened('cic'), escalated('av2'), escalated('av3'), back)).toMatchObject({
      level: 2,
      highestLevel: 3,
    });
    const filled = aCase(escalated('av3', { nsn: '5331-00-618-9999', pr: '7001239999' }));
    expect(filled.details).toMatchObject({ nsn: '5331-00-618-9999', pr: '7001239999' });
  });

  it('is new after reopening if no one held it, and in progress if someone did (RE-1)', () => {
    const over: readonly Happened[] = [
      { kind: 'closed', text: 'x' },
      { kind: 'reopened', why: 'Wrong part.' },
    ];
    expect(aCase(opened('av2', { assignee: undefined }), ...over).state).toBe('new');
    expect(aCase(opened(), ...over)).toMatchObject({ state: 'in-progress' });
    expect(aCase(opened(), ...over)).not.toHaveProperty('closedAt');
  });

  it('must begin with its opening (RE-1)', () => {
    const entry = { ...note, at: START, by: 'a', cause: 'x' };
    expect(() => projectCase('CS0000001', [entry])).toThrow("doesn't begin with its opening");
    expect(() => projectCase('CS0000001', [])).toThrow("doesn't begin with its opening");
  });
});
