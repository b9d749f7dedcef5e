import { decideCorrect } from '../../../../src/domain/cases/corrections/decide-correct';
import { decideClose } from '../../../../src/domain/cases/decisions/decide-close';
import { decideDecline } from '../../../../src/domain/cases/decisions/decide-decline';
import { decideInterim } from '../../../../src/domain/cases/decisions/decide-interim';
import { decideNote } from '../../../../src/domain/cases/decisions/decide-note';
import { decideParDone } from '../../../../src/domain/cases/pars/decide-par-done';
import { decideReassign } from '../../../../src/domain/cases/decisions/decide-reassign';
import { decideReferBack } from '../../../../src/domain/cases/decisions/decide-refer-back';
import { decideReopen } from '../../../../src/domain/cases/decisions/decide-reopen';
import { decideResolve } from '../../../../src/domain/cases/decisions/decide-resolve';
import { decideRespond } from '../../../../src/domain/cases/decisions/decide-respond';
import { decideStatus } from '../../../../src/domain/cases/decisions/decide-status';
import { decideUpdate } from '../../../../src/domain/cases/decisions/decide-update';
import type { Decision } from '../../../../src/domain/cases/decision';
import { decideRecall } from '../../../../src/domain/cases/level-3/decide-recall';
import { decideParWithdraw } from '../../../../src/domain/cases/pars/decide-par-withdraw';
import { validateDetails } from '../../../../src/domain/cases/details/validate-details';
import { aCase, decided, escalated, opened, refused, type Happened } from '../../../support/cases';
import { newCaseInputs } from '../../../support/new-case-inputs';
import { aWorld, person } from '../../../support/site';

const context = aWorld();
const atLevel3 = aCase(opened(), escalated('av3'), { kind: 'assigned', to: 'av3-agent', how: 'assigned' });
const PAR: Happened = { kind: 'par-submitted', par: { number: '20261001', kind: 'status', ipg: 'II' } };
const resolved: Happened = { kind: 'resolved', notes: 'Ships on Friday.', resolution: 'delivery-date' };
const late: Happened = { ...resolved, date: '2027-03-01' };
const asked: Happened = {
  kind: 'closing-asked',
  text: 'Ships.',
  reason: 'No stock.',
  until: '2027-03-01',
  supervisors: ['av2-supervisor'],
};
const closed: Happened = { kind: 'closed', text: 'Ships on Friday.' };
const UPDATE = { dateKind: 'EAD', date: '2026-12-01' };

/** The texts of which a rule wants a reason, a status, a resolution or a list, with what else their form takes. */
const TEXTS: readonly (readonly [
  string,
  Decision,
  ReturnType<typeof aCase>,
  string,
  Record<string, string>,
  string,
])[] = [
  ['a quality status to the customer (CK-2)', decideStatus, aCase(), 'av2-agent', {}, 'text'],
  ['a quality status update (L3-4)', decideUpdate, atLevel3, 'av3-agent', UPDATE, 'bluf'],
  ['a response of Level 3 (L3-5)', decideRespond, atLevel3, 'av3-agent', { kind: 'pr-cancelled' }, 'text'],
  ['what is missing (L3-2)', decideReferBack, atLevel3, 'av3-agent', {}, 'missing'],
  ['why a case is recalled (L3-2)', decideRecall, atLevel3, 'av2-agent', {}, 'why'],
  ['why a case is reassigned (AS-3)', decideReassign, aCase(), 'av2-agent', { group: 'av2b' }, 'why'],
  [
    'why a case is corrected (CA-10)',
    decideCorrect,
    aCase(),
    'av2-agent',
    { requisition: 'W25G1U63210009' },
    'why',
  ],
  ['a resolution (CL-2)', decideResolve, aCase(), 'av2-agent', { kind: 'other' }, 'notes'],
  ['an answer to a PAR (CL-4)', decideParDone, aCase(PAR), 'av2-agent', { judged: 'adequate' }, 'text'],
  ['why a PAR is withdrawn (CL-8)', decideParWithdraw, aCase(PAR), 'av2-agent', {}, 'why'],
  ['the final resolution (CL-3)', decideClose, aCase(resolved), 'av2-agent', {}, 'text'],
  [
    'the reason for a long lead time (CL-5)',
    decideClose,
    aCase(late),
    'av2-agent',
    { text: 'It ships.' },
    'reason',
  ],
  ['why a closing is declined (CL-5)', decideDecline, aCase(late, asked), 'av2-supervisor', {}, 'why'],
  ['why a case is reopened (RE-1)', decideReopen, aCase(resolved, closed), 'av2-agent', {}, 'why'],
];

describe.each(TEXTS)('The text of %s', (_what, decide, subject, by, more, field) => {
  const given = (text: string) => decide(subject, { ...more, [field]: text }, person(by), context);

  it.each(['x', 'ok', 'N/A'])(
    'is refused at its field as %j, and the refusal says what would be accepted',
    (text) => {
      const { code, fields, messages } = refused(given(text));
      expect({ code, fields }).toEqual({ code: 'faulty-fields', fields: [field] });
      expect(messages[field]).toMatch(
        new RegExp(`^"${text}" alone doesn't tell the (next reader|customer) anything\\. \\S.+\\.$`, 'u'),
      );
    },
  );

  it('can be just a few words', () => {
    expect(decided(given('The customer withdrew'))).not.toEqual([]);
  });
});

it('A list of what is missing accepts a short item, but not one that says nothing (L3-2)', () => {
  const by = person('av3-agent');
  const list = (missing: string) => decideReferBack(atLevel3, { missing }, by, context);
  expect(refused(list('Drawing number\n- x')).messages['missing']).toContain('"x" alone');
  expect(decided(list('NSN\n- PR'))[0]).toMatchObject({ missing: ['NSN', 'PR'] });
});

it("A Level 2 case requires the problem in its notes, and leaves the customer's own words unchanged (CA-2, CA-6)", () => {
  const policy = context.policies.at(context.now);
  const read = (level: 1 | 2) =>
    validateDetails(newCaseInputs({ description: 'x', problemNotes: 'x' }), policy, level);
  expect(refused(read(2)).fields).toEqual(['problemNotes']);
  expect(read(1).ok).toBe(true);
});

it.each([
  ['a status (CK-2)', decideStatus, aCase(), 'text', {}],
  ['an interim response (CK-1)', decideInterim, aCase(), 'text', {}],
  ['the final resolution (CL-3)', decideClose, aCase(resolved), 'text', {}],
  ['the reason for a long lead time (CL-5)', decideClose, aCase(late), 'reason', { text: 'It ships.' }],
] as const)('Text that only urges or commands is refused in %s', (_what, decide, subject, field, more) => {
  for (const text of ['asap', 'send it', 'force', 'close it now please']) {
    const { fields, messages } = refused(
      decide(subject, { ...more, [field]: text }, person('av2-agent'), context),
    );
    expect(fields).toEqual([field]);
    expect(messages[field]).toContain(`"${text}" alone doesn't tell the customer anything.`);
  }
});

it('A note can be as short as the writer wants (CA-6)', () => {
  expect(decided(decideNote(aCase(), { text: 'ok' }, person('av2-agent'), context))).toHaveLength(1);
});
