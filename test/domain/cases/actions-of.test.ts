import { actionsOf } from '../../../src/domain/cases/actions-of';
import type { Happened } from '../../support/cases';
import { aCase, details, escalated, opened } from '../../support/cases';

const interim: Happened = { kind: 'interim-sent', text: 'x' };
const status: Happened = { kind: 'status-sent', text: 'x' };
const common = ['case.attach', 'case.acknowledge', 'case.link', 'case.correct'];
const words = (...events: readonly Happened[]) =>
  actionsOf(aCase(...events)).filter((action) => action === 'case.interim' || action === 'case.status');

describe('what a case allows', () => {
  it('depends on its level and on whether somebody has it, the most useful first (AC-2)', () => {
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

  it('is an interim response while it is owed and was not written, else a status (CK-1, CK-4)', () => {
    expect(words(opened())).toEqual(['case.interim', 'case.status']);
    for (const met of [interim, status]) expect(words(opened(), met)).toEqual(['case.status']);
    const word = { by: 'email', to: 'pat@example.mil', subject: 'x' } as const;
    const refused: Happened = { kind: 'mail-refused', of: 1, why: 'refused' };
    expect(words(opened(), { ...interim, word }, refused)).toEqual(['case.status']);
    expect(words(opened(), { ...status, word }, refused)).toEqual(['case.interim', 'case.status']);
    expect(words(opened('av2', { details: details({ externalContact: false }) }))).toEqual([]);
  });

  it('is an interim response anew to a customer who turned up later (CK-4, CA-10)', () => {
    const turned = (from: 'true' | 'false', to: 'true' | 'false'): Happened => ({
      ...{ kind: 'case-corrected', changes: [{ field: 'externalContact', from, to }] },
      why: 'They called.',
    });
    const [gone, back] = [turned('true', 'false'), turned('false', 'true')];
    expect(words(opened(), interim, gone, back)).toEqual(['case.interim', 'case.status']);
    expect(words(opened(), interim, gone, back, interim)).toEqual(['case.status']);
  });
});
