import { decideInterim } from '../../../src/domain/cases/decisions/decide-interim';
import { decideNote } from '../../../src/domain/cases/decisions/decide-note';
import { decideStatus } from '../../../src/domain/cases/decisions/decide-status';
import { aCase, decided, details, escalated, opened, refused } from '../../support/cases';
import { aWorld, person } from '../../support/site';

const context = aWorld();
const text = 'We are working on it and write again by Friday.';
const atLevel3 = aCase(opened(), escalated());

describe('A note', () => {
  it.each(['av3-agent', 'av2-agent', 'av2-gatekeeper', 'po-agent'])(
    'is accepted from %s at Level 3 (AS-4)',
    (by) => {
      expect(decided(decideNote(atLevel3, { text: ' Called. ' }, person(by), context))).toEqual([
        { kind: 'noted', text: 'Called.' },
      ]);
    },
  );

  it('leaves the description as the customer gave it (CA-6)', () => {
    const noted = aCase({ kind: 'noted', text: 'Internal.' });
    expect(noted.details.description).toBe(aCase().details.description);
  });

  it('is refused if empty, from a stranger, and on a closed case', () => {
    expect(refused(decideNote(aCase(), { text: '' }, person('av2-agent'), context)).fields).toEqual(['text']);
    expect(refused(decideNote(aCase(), { text }, person('di2-agent'), context)).code).toBe('not-permitted');
    const closed = aCase({ kind: 'resolved', notes: 'x' }, { kind: 'closed', text: 'x' });
    expect(refused(decideNote(closed, { text }, person('av2-agent'), context)).code).toBe('wrong-state');
  });
});

describe('The interim response', () => {
  const interim = (subject = aCase(), by = 'av2-agent') =>
    decideInterim(subject, { text }, person(by), context);

  it('is sent once by Level 2, even while Level 3 holds the case (CK-1)', () => {
    expect(decided(interim())).toMatchObject([{ kind: 'interim-sent', text }]);
    expect(interim(atLevel3).ok).toBe(true);
    expect(refused(interim(aCase({ kind: 'interim-sent', text })))).toMatchObject({
      code: 'wrong-state',
      params: { state: 'In progress, at Level 2, its interim response is already met' },
    });
  });

  it("can't be sent by Level 3 or Level 1 (AC-2)", () => {
    expect(refused(interim(atLevel3, 'av3-agent')).code).toBe('not-permitted');
    expect(refused(interim(aCase(opened('cic')), 'cic-agent')).code).toBe('wrong-state');
  });

  it('is not owed if no customer is waiting (CK-4)', () => {
    const internal = aCase(opened('av2', { details: details({ externalContact: false }) }));
    expect(refused(interim(internal))).toMatchObject({
      code: 'wrong-state',
      params: { state: 'In progress, at Level 2; no customer is waiting for an answer' },
    });
  });
});

describe('The status to the customer', () => {
  it('can be sent repeatedly by Level 2 for as long as the case is open (CK-2)', () => {
    const sent = aCase(opened(), escalated(), { kind: 'status-sent', text });
    expect(decided(decideStatus(sent, { text }, person('av2-agent'), context))).toMatchObject([
      { kind: 'status-sent', text },
    ]);
    expect(refused(decideStatus(sent, { text }, person('av3-agent'), context)).code).toBe('not-permitted');
    expect(refused(decideStatus(sent, {}, person('av2-agent'), context)).fields).toEqual(['text']);
  });
});
