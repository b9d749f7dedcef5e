import { TypedForm } from '../../../../src/domain/kernel/text/typed-form';
import { decidePar } from '../../../../src/domain/cases/pars/decide-par';
import { decideParDone } from '../../../../src/domain/cases/pars/decide-par-done';
import { readFinding } from '../../../../src/domain/cases/escalation/read-finding';
import { readNewPar, readPar } from '../../../../src/domain/cases/escalation/read-par';
import { DEFAULT_POLICY } from '../../../../src/domain/policy/default-policy';
import type { ChecklistItem } from '../../../../src/domain/policy/policy';
import { aCase, decided, refused, type Happened } from '../../../support/cases';
import { escalate, POST_AWARD, type Typed } from '../../../support/escalations';
import { aWorld, person } from '../../../support/site';

const context = aWorld();
const agent = person('av2-agent');
const numbers = DEFAULT_POLICY.numbers.par;
const submitted = (number: string): Happened => ({
  kind: 'par-submitted',
  par: { number, kind: 'status', ipg: 'II' },
});

describe('A PAR', () => {
  const TYPED: Typed = { parNumber: '20261001', parKind: 'status', parIpg: 'II' };
  const read = (typed: Typed) => readNewPar(new TypedForm({ ...TYPED, ...typed }), [], numbers, 'Give it.');

  it('is read completely or not at all (ES-10)', () => {
    expect(read({})).toEqual({ number: '20261001', kind: 'status', ipg: 'II' });
    for (const field of Object.keys(TYPED)) expect(read({ [field]: '' })).toBeUndefined();
    expect(read({ parKind: '', parIpg: '' })).toBeUndefined();
  });

  it('that follows another takes over its kind and IPG unless both are entered (CL-4)', () => {
    const follows = { number: '20261000', kind: 'status', ipg: 'I' } as const;
    const following = (typed: Typed) => readNewPar(new TypedForm(typed), [], numbers, 'Give it.', follows);
    expect(following({ parNumber: '20261001' })).toEqual({ ...follows, number: '20261001' });
    expect(following({})).toBeUndefined();
    expect(following({ ...TYPED, parKind: 'other' })).toMatchObject({ kind: 'other', ipg: 'II' });
    const inadequate = (typed: Typed) =>
      decideParDone(
        aCase(submitted('20261000')),
        { judged: 'inadequate', text: 'On contract.', parNumber: '20261001', ...typed },
        agent,
        context,
      );
    expect(refused(inadequate({ parKind: 'other' })).fields).toEqual(['parIpg']);
    expect(refused(inadequate({ parIpg: 'I' })).fields).toEqual(['parKind']);
    expect(inadequate({}).ok).toBe(true);
  });

  it('on the case is recognized by its number even if it was recorded in another form (ES-6, ES-10)', () => {
    const legacy = aCase(submitted('PAR-17'));
    const withLegacy = decided(escalate({ ...POST_AWARD, parNumber: 'par 017' }, legacy));
    expect(withLegacy[0]).toMatchObject({ par: { number: '17', kind: 'status', ipg: 'II' } });
    const withdrawn: Happened = { kind: 'par-withdrawn', number: '17', why: 'Sent by mistake.' };
    const again = decidePar(
      aCase(submitted('PAR-17'), withdrawn),
      { ...TYPED, parNumber: '17' },
      agent,
      context,
    );
    expect(decided(again)).toMatchObject([{ par: { number: '17' } }]);
    expect(refused(decidePar(aCase(), { ...TYPED, parNumber: '17' }, agent, context)).fields).toEqual([
      'parNumber',
    ]);
  });

  it('that is missing is asked for once, even if one is open (ES-10)', () => {
    const form = new TypedForm({});
    expect(readPar(form, aCase(submitted('20261000')), numbers)).toBeUndefined();
    expect(form.complete({})).toMatchObject({
      ok: false,
      refusal: { faults: [{ field: 'parNumber', message: expect.stringContaining('(ES-10)') as string }] },
    });
  });
});

describe('A finding', () => {
  const item = (key: string, meets: string): ChecklistItem => ({
    ...{ key, meets, rule: 'ES-2', label: 'Item', when: 'always', input: 'finding' },
    ...{ source: 'local', from: '2025-01-01' },
  });
  const read = (
    typed: string,
    links: readonly string[] = [],
    key = 'stock-on-hand',
    meets = 'Give it, or "none".',
  ) => readFinding(item(key, meets), { links })(typed);

  it.each(['none', 'nil', 'None.', '"NONE"', ' ‘none’! ', '“none”', '  "none" . '])(
    'can be a term that the item offers, in any spelling: %j (ES-9)',
    (typed) => {
      expect(read(typed).ok).toBe(true);
    },
  );

  it.each(['n/a', 'ok', 'later', 'none none', '.none.'])(
    "can't be a nod that the item doesn't offer: %j (ES-9)",
    (typed) => {
      expect(read(typed).ok).toBe(false);
    },
  );

  it('can be any of several terms, or no term if the item offers none (ES-9)', () => {
    const meets = 'Say “not applicable”, or "none".';
    expect(read('not applicable', [], 'x', meets).ok).toBe(true);
    expect(read('none', [], 'x', meets).ok).toBe(true);
    expect(read('none', [], 'x', 'Give the quantity.').ok).toBe(false);
  });

  it('can\'t deny existing cases on a case that is linked to some, while any other item accepts "none" (ES-2)', () => {
    const links = ['CS0000002', 'CS0000003'];
    const said = read('none', links, 'existing-cases');
    expect(!said.ok && said.message).toBe(
      'The case is linked to CS0000002, CS0000003. Enter the number, and what is known there.',
    );
    expect(read('CS0000002 asks the same', links, 'existing-cases').ok).toBe(true);
    expect(read('none', [], 'existing-cases').ok).toBe(true);
    expect(read('none', links).ok).toBe(true);
    expect(read('x'.repeat(601), links, 'existing-cases').ok).toBe(false);
  });
});
