import { actionsOf } from '../../../src/domain/cases/actions-of';
import type { Happened } from '../../support/cases';
import { aCase, details, escalated, opened } from '../../support/cases';

const interim: Happened = { kind: 'interim-sent', text: 'x' };
const status: Happened = { kind: 'status-sent', text: 'x' };
const common = ['case.attach', 'case.acknowledge', 'case.link', 'case.correct'];
const words = (...events: readonly Happened[]) =>
  actionsOf(aCase(...events)).filter((action) => action === 'case.interim' || action === 'case.status');

describe('The list of actions on a case', () => {
  it("depends on the case's level and assignee, and puts the most useful action first (AC-2)", () => {
    expect(actionsOf(aCase(opened('cic')))).toEqual([
      ...['case.escalate', 'case.resolve', 'case.note', 'case.reassign'],
      ...common,
    ]);
    expect(actionsOf(aCase())).toEqual([
      ...['case.interim', 'case.status', 'case.escalate', 'case.resolve', 'case.note', 'case.par'],
      ...['case.reassign', ...common],
    ]);
    expect(actionsOf(aCase(opened('av2', { assignee: undefined })))).toEqual([
      ...['case.claim', 'case.assign', 'case.interim', 'case.status', 'case.note', 'case.par'],
      ...['case.reassign', ...common],
    ]);
    expect(actionsOf(aCase(escalated(), { kind: 'assigned', to: 'av3-agent', how: 'claimed' }))).toEqual([
      ...['case.update', 'case.respond', 'case.refer-back', 'case.interim', 'case.status', 'case.note'],
      ...['case.reassign', 'case.ask-supervisors', 'case.recall', ...common],
    ]);
  });

  it('offers an interim response while one is owed and not yet written, and a status otherwise (CK-1, CK-4)', () => {
    expect(words(opened())).toEqual(['case.interim', 'case.status']);
    for (const met of [interim, status]) expect(words(opened(), met)).toEqual(['case.status']);
    const word = { by: 'email', to: 'pat@example.mil', subject: 'x' } as const;
    const refused: Happened = { kind: 'mail-refused', of: 1, why: 'refused' };
    expect(words(opened(), { ...interim, word }, refused)).toEqual(['case.status']);
    expect(words(opened(), { ...status, word }, refused)).toEqual(['case.interim', 'case.status']);
    expect(words(opened('av2', { details: details({ externalContact: false }) }))).toEqual([]);
  });

  it('offers an interim response again for a customer who is added later (CK-4, CA-10)', () => {
    const turned = (from: 'true' | 'false', to: 'true' | 'false'): Happened => ({
      ...{ kind: 'case-corrected', changes: [{ field: 'externalContact', from, to }] },
      why: 'They called.',
    });
    const [gone, back] = [turned('true', 'false'), turned('false', 'true')];
    expect(words(opened(), interim, gone, back)).toEqual(['case.interim', 'case.status']);
    expect(words(opened(), interim, gone, back, interim)).toEqual(['case.status']);
  });
});
