import { changeOf } from '../../../../src/domain/cases/change';
import { aCase, decided, opened, refused } from '../../../support/cases';
import { bareDetails, escalate, PRE_AWARD, without } from '../../../support/escalations';
import { aWorld, START } from '../../../support/site';

const context = aWorld();

describe('Escalating before award', () => {
  it('moves the case to the Level 3 group and adds what was verified to its notes (ES-1, ES-2, ES-11)', () => {
    const events = decided(escalate(PRE_AWARD));
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      kind: 'escalated',
      direction: 'pre-award',
      group: 'av3',
      level: 3,
      action: 'PR Expedite',
      justification: [],
    });
    const act = { by: 'av2-agent', at: START + 60_000, cause: 'escalate' };
    const { state: after } = changeOf(aCase(), events, act, context);
    expect(after).toMatchObject({ level: 3, group: 'av3', highestLevel: 3 });
    expect(after.assignee).toBeUndefined();
    expect(after.level2OfRecord).toEqual({ group: 'av2', person: 'av2-agent' });
    const entry = after.timeline.at(-1);
    expect(entry).toMatchObject({ by: 'av2-agent', at: START + 60_000 });
    expect(entry?.kind === 'escalated' && entry.findings.map((each) => [each.item, each.finding])).toEqual([
      ['stock-on-hand', 'none at any depot'],
      ['latest-note', 'There is no note'],
      ['pr-status', 'released, no award'],
      ['records', 'PR 7001234567: nothing'],
      ['existing-cases', 'none'],
      ['pr-wedge', 'none applies'],
      ['open-question', 'whether the award can come earlier'],
    ]);
  });

  it('reports every criterion that is not met at its field, all at once (ES-9)', () => {
    const bare = aCase(opened('av2', { details: bareDetails() }));
    const { code, fields, messages } = refused(escalate({ direction: 'pre-award' }, bare));
    expect(code).toBe('faulty-fields');
    expect(fields.toSorted()).toEqual([
      'actionType',
      'group',
      'item.existing-cases',
      'item.open-question',
      'item.pr-status',
      'item.pr-wedge',
      'item.records',
      'item.stock-on-hand',
      'nsn',
      'pr',
    ]);
    expect(messages['item.stock-on-hand']).toBe(
      'Stock on hand: not verified yet (ES-2). Enter the quantity on hand and where, or "none".',
    );
  });

  it.each(Object.keys(PRE_AWARD).filter((field) => field.startsWith('item.')))(
    'is refused without %s (ES-2)',
    (field) => {
      expect(refused(escalate(without(PRE_AWARD, field))).fields).toEqual([field]);
      expect(refused(escalate({ ...PRE_AWARD, [field]: ' \n ' })).fields).toEqual([field]);
    },
  );

  it.each(['x', 'OK', 'done', '-', 'checked'])(
    'refuses %j as a finding, and says what would be accepted (ES-9, ES-11)',
    (typed) => {
      const { fields, messages } = refused(escalate({ ...PRE_AWARD, 'item.pr-status': typed }));
      expect(fields).toEqual(['item.pr-status']);
      expect(messages['item.pr-status']).toBe(
        `"${typed}" alone doesn't tell the next reader anything. Enter the current status of the Purchase Request. ` +
          'For example: Released on 20 Nov, the solicitation closes on 4 Dec (ES-2).',
      );
    },
  );

  it.each(['none', 'None.', '“none”', '0', '12', 'nil', 'No', 'nothing', 'zero', 'Verified, nothing found'])(
    'accepts %j when the item offers it or it is informative (ES-11)',
    (typed) => {
      expect(escalate({ ...PRE_AWARD, 'item.stock-on-hand': typed }).ok).toBe(true);
    },
  );

  it("refuses one item's term as a finding for another item (ES-11)", () => {
    expect(refused(escalate({ ...PRE_AWARD, 'item.records': 'none' })).fields).toEqual(['item.records']);
  });

  it.each(
    Object.keys(PRE_AWARD).filter((field) => field.startsWith('item.') && field !== 'item.stock-on-hand'),
  )('refuses a small number, a postponement, or thanks at %s (ES-11)', (field) => {
    for (const typed of ['0', '12', 'OK thanks', 'will do', 'later', 'no idea'])
      expect([typed, refused(escalate({ ...PRE_AWARD, [field]: typed })).fields]).toEqual([typed, [field]]);
  });

  it.each(['x', 'ok', '-', 'n/a', '5'])(
    'refuses %j as the content of the latest note (ES-2, ES-11)',
    (typed) => {
      for (const notesDate of ['', '2026-10-01']) {
        const { fields, messages } = refused(
          escalate({ ...PRE_AWARD, notesDate, eadSuffices: 'yes', 'item.latest-note': typed }),
        );
        expect(fields).toEqual(['item.latest-note']);
        expect(messages['item.latest-note']).toContain('Write what the latest note says, or leave it empty.');
      }
    },
  );

  it('accepts one word saying that there is no latest note if no date is entered (ES-2, ES-8)', () => {
    const none = (notesDate: string) =>
      escalate({ ...PRE_AWARD, notesDate, eadSuffices: 'yes', 'item.latest-note': 'nil' });
    expect(decided(none(''))[0]).toMatchObject({
      findings: expect.arrayContaining([
        expect.objectContaining({ item: 'latest-note', finding: 'There is no note' }),
      ]),
    });
    expect(refused(none('2026-10-01')).fields).toEqual(['item.latest-note']);
  });

  it('asks for the date of a note that is typed without one (ES-8)', () => {
    const { fields, messages } = refused(
      escalate({ ...PRE_AWARD, notesDate: '', 'item.latest-note': 'The vendor promised October.' }),
    );
    expect(fields).toEqual(['notesDate']);
    expect(messages['notesDate']).toBe('Give the date of the note, or clear its text if there is none.');
  });

  it('refuses a type of action that is only a nod (ES-7)', () => {
    expect(refused(escalate({ ...PRE_AWARD, actionType: 'ok' })).fields).toEqual(['actionType']);
  });

  it('asks for the Internal Comment only if the PR is tech-blocked (ES-2)', () => {
    expect(refused(escalate({ ...PRE_AWARD, techBlocked: 'yes' })).fields).toEqual(['item.internal-comment']);
    expect(escalate({ ...PRE_AWARD, techBlocked: 'no' }).ok).toBe(true);
    const commented = { ...PRE_AWARD, techBlocked: 'true', 'item.internal-comment': 'Drawing is obsolete.' };
    expect(escalate(commented).ok).toBe(true);
  });

  it('asks for no post-award item and requires no PAR (ES-2, ES-10)', () => {
    expect(decided(escalate(PRE_AWARD))[0]).not.toHaveProperty('par');
  });

  it('takes the NSN and PR number along, normalized (ES-5)', () => {
    const bare = aCase(opened('av2', { details: bareDetails() }));
    const [event] = decided(escalate({ ...PRE_AWARD, nsn: '5331006185361', pr: '7001234567' }, bare));
    expect(event).toMatchObject({ nsn: '5331-00-618-5361', pr: '7001234567' });
    const malformed = { ...PRE_AWARD, nsn: '5331', pr: 'x' };
    expect(refused(escalate(malformed, bare)).fields).toEqual(['nsn', 'pr']);
  });

  it('allows only one case for each PR (ES-6)', () => {
    const { messages } = refused(escalate({ ...PRE_AWARD, pr: '7009999999' }));
    expect(messages['pr']).toContain('This case has PR 7001234567: one case, one PR');
    expect(decided(escalate({ ...PRE_AWARD, pr: '700-123-4567' }))[0]).not.toHaveProperty('pr');
  });

  it('requires the type of action: one from the list, or another that is clear (ES-7)', () => {
    expect(refused(escalate({ ...PRE_AWARD, actionType: '' })).fields).toEqual(['actionType']);
    expect(refused(escalate({ ...PRE_AWARD, actionType: '??' })).fields).toEqual(['actionType']);
    expect(decided(escalate({ ...PRE_AWARD, actionType: 'Source approval' }))[0]).toMatchObject({
      action: 'Source approval',
    });
  });

  it.each([
    ['2026-11-02', true],
    ['2026-10-03', true],
    ['2026-10-02', false],
    ['2020-01-01', false],
  ])('on 2 November decides whether a note of %s is current: %s (ES-8)', (notesDate, current) => {
    const result = escalate({ ...PRE_AWARD, notesDate });
    expect(result.ok ? [] : refused(result).fields).toEqual(current ? ['eadSuffices'] : []);
  });

  it('records an older note as outdated, which is a reason to ask (ES-8)', () => {
    const [event] = decided(escalate({ ...PRE_AWARD, notesDate: '2026-09-01' }));
    expect(event).toMatchObject({
      findings: expect.arrayContaining([
        {
          item: 'latest-note',
          label: 'Item/SIMI/Internal notes',
          finding: '2026-09-01, older than 30 days',
        },
      ]),
    });
  });

  it.each(['2026-11-03', '2026-02-30', 'yesterday'])(
    'refuses %s as the date of the latest note (ES-8)',
    (date) => {
      expect(refused(escalate({ ...PRE_AWARD, notesDate: date })).fields).toEqual(['notesDate']);
    },
  );

  it("determines the date in the group's own time zone (BT-6)", () => {
    const lateEvening = aWorld(Date.UTC(2026, 10, 3, 3, 0));
    const result = escalate({ ...PRE_AWARD, notesDate: '2026-11-03' }, aCase(), 'av2-agent', lateEvening);
    expect(refused(result).fields).toEqual(['notesDate']);
  });
});
