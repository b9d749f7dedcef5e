import { CLOCK_NAMES } from '../../../src/domain/policy/policy';
import { policiesOf } from '../../../src/domain/policy/load-policy';

/** Whether a site's file that says only this is taken. */
const takes = (override: unknown): boolean => policiesOf(override).ok;

describe("A number in a site's policy file", () => {
  it.each<[string, number, number, (figure: number) => unknown]>([
    ['noteCurrencyDays', 1, 3660, (noteCurrencyDays) => ({ noteCurrencyDays })],
    ['clocks.parClosure.days', 1, 260, (days) => ({ clocks: { parClosure: { days } } })],
    ['goals.satisfaction.percent', 0, 100, (percent) => ({ goals: { satisfaction: { percent } } })],
    ['giveUpAfterHours', 1, 720, (giveUpAfterHours) => ({ giveUpAfterHours })],
    ['noticesExpireAfterDays', 1, 3650, (noticesExpireAfterDays) => ({ noticesExpireAfterDays })],
    ['lateNoticeMinutes', 1, 1440, (lateNoticeMinutes) => ({ lateNoticeMinutes })],
    ['bulkThreshold.cases', 2, 1000, (cases) => ({ bulkThreshold: { cases } })],
    ['satisfactionAnswer.days', 1, 365, (days) => ({ satisfactionAnswer: { days } })],
    ['reportLinks.days', 1, 365, (days) => ({ reportLinks: { days } })],
    ['numbers.pr.min', 1, 10, (min) => ({ numbers: { pr: { min } } })],
    ['numbers.pr.max', 8, 20, (max) => ({ numbers: { pr: { max } } })],
    ['numbers.par.min', 1, 10, (min) => ({ numbers: { par: { min } } })],
  ])('for %s is from %i to %i, and nothing else (CK-11, ES-6, RE-3)', (_, least, most, with_) => {
    expect([least, most].map((figure) => takes(with_(figure)))).toEqual([true, true]);
    expect([least - 1, most + 1].map((figure) => takes(with_(figure)))).toEqual([false, false]);
    expect(takes(with_(least + 0.5))).toBe(_ === 'goals.satisfaction.percent');
  });

  it('for the form of a PR or PAR has its minimum before its maximum (ES-6)', () => {
    for (const name of ['pr', 'par']) {
      expect(takes({ numbers: { [name]: { min: 9, max: 9 } } })).toBe(true);
      expect(takes({ numbers: { [name]: { min: 10, max: 9 } } })).toBe(false);
      expect(takes({ numbers: { [name]: { most: 9 } } })).toBe(false);
    }
  });

  it('can be a share of the time between none and all of it (CK-11)', () => {
    expect([0.01, 0.75, 0.99].map((warnAt) => takes({ warnAt }))).toEqual([true, true, true]);
    expect([0, 1].map((warnAt) => takes({ warnAt }))).toEqual([false, false]);
  });
});

describe("A text in a site's policy file", () => {
  it("can't be empty, and an unknown key is refused anywhere (RE-3)", () => {
    expect(takes({ name: 'Local policy' })).toBe(true);
    expect(takes({ name: '   ' })).toBe(false);
    for (const unknown of [
      { colour: 'red' },
      { clocks: { parClosure: { hours: 5 } } },
      { goals: { satisfaction: { share: 85 } } },
      { bands: { 2: { urgent: { first: 1 } } } },
      { checklists: { aviation: { 'pre-award': [], later: [] } } },
    ])
      expect(takes(unknown)).toBe(false);
  });

  it('for a web page must be a web address (CA-4)', () => {
    const page = (url: string) => takes({ selfHelp: [{ title: 'FedMall', url, text: 'Order there.' }] });
    expect(['https://www.fedmall.mil', 'http://intranet.local/a'].map(page)).toEqual([true, true]);
    expect(['www.fedmall.mil', 'ftp://x.mil', 'javascript:alert(1)', 'httpss://x.mil'].map(page)).toEqual([
      false,
      false,
      false,
      false,
    ]);
  });
});

describe("A change in a site's policy file", () => {
  const changed = (override: unknown) => {
    const loaded = policiesOf(override);
    if (!loaded.ok) throw new Error(JSON.stringify(loaded.faults));
    return loaded.policies.at(Date.UTC(2030, 0, 1));
  };
  const days = (figure: number) => ({ days: figure });

  it("can set a time for Level 3's assignment after award, completely or not at all (AS-2)", () => {
    const table = {
      emergency: days(1),
      high: days(2),
      medium: { days: 3, source: 'Memo 7' },
      low: days(260),
    };
    const site = { source: 'Site policy', from: '2026-01-01' };
    const given = { from: '2026-01-01', clocks: { assignmentPostAward: table } };
    const expected = {
      emergency: { days: 1, ...site },
      high: { days: 2, ...site },
      medium: { days: 3, ...site, source: 'Memo 7' },
      low: { days: 260, ...site },
    };
    expect(changed(given).clocks.assignmentPostAward).toStrictEqual(expected);
    // A later step that does not speak of it leaves it.
    expect(changed([given, { from: '2027-01-01', warnAt: 0.5 }]).clocks.assignmentPostAward).toStrictEqual(
      expected,
    );
    expect(changed({ warnAt: 0.5 }).clocks).not.toHaveProperty('assignmentPostAward');
    const partly = { emergency: days(1), high: days(2), medium: days(3) };
    expect(takes({ clocks: { assignmentPostAward: partly } })).toBe(false);
    for (const low of [days(0), days(261), { days: 1, hours: 2 }, undefined])
      expect(takes({ clocks: { assignmentPostAward: { ...partly, low } } })).toBe(false);
    expect(takes({ clocks: { assignmentPostAward: { ...table, routine: days(4) } } })).toBe(false);
  });

  it("can't add an unknown row to a clock's table (CK-8, AS-2)", () => {
    expect(takes({ clocks: { assignment: { 2: { high: days(3) } } } })).toBe(true);
    expect(takes({ clocks: { assignment: { 1: { high: days(3) } } } })).toBe(false);
    expect(takes({ clocks: { parFollowUp: { IV: days(3) } } })).toBe(false);
    expect(
      changed({ clocks: { assignment: { 2: { high: days(3) } } } }).clocks.assignment[2].high,
    ).toStrictEqual({
      days: 3,
      source: 'Site policy',
      from: '2024-12-23',
    });
  });

  it('can set or remove the number of a kind of justification (ES-8)', () => {
    const justifications = [
      { key: 'aog', label: 'Aircraft on Ground', number: 'Tail number' },
      { key: 'exercise', label: 'Exercise' },
    ];
    expect(changed({ justifications }).justifications).toStrictEqual(justifications);
  });

  it('must use a known way to ask a checklist item, and a lowercase key (ES-4)', () => {
    const item = { key: 'meter', label: 'Meter', meets: 'Give it.' };
    const list = (more: object) => ({ checklists: { energy: { 'pre-award': [{ ...item, ...more }] } } });
    expect(takes(list({}))).toBe(true);
    expect(takes(list({ input: 'latest-note' }))).toBe(true);
    expect(takes(list({ input: 'photo' }))).toBe(false);
    for (const key of ['Meter', 'meter reading', '-meter', 'meter!'])
      expect(takes(list({ key }))).toBe(false);
  });

  it('must name at least one and at most thirty types of action, and centers that have a name (ES-7, ES-3)', () => {
    const types = (count: number) => ({
      actionTypes: Array.from({ length: count }, (_, nth) => `Type ${nth}`),
    });
    expect([1, 30].map((count) => takes(types(count)))).toEqual([true, true]);
    expect([0, 31].map((count) => takes(types(count)))).toEqual([false, false]);
    const center = (name: string) => takes({ distributionCenters: [{ key: 'ddsp', name }] });
    expect(['DDSP Susquehanna', ' A '].map(center)).toEqual([true, false]);
  });
});

describe('A clock', () => {
  it('is named with the rule that it enforces (AS-2, CK-1, CK-2, CK-5, CK-6, CK-8, CK-9, CK-10)', () => {
    const named = Object.entries(CLOCK_NAMES).map(([kind, { name, rule }]) => [kind, name !== '', rule]);
    expect(named).toEqual([
      ['assignment', true, 'AS-2'],
      ['interim-response', true, 'CK-1'],
      ['recurring-status', true, 'CK-2'],
      ['initial-update', true, 'CK-5'],
      ['recurring-update', true, 'CK-6'],
      ['par-follow-up', true, 'CK-8'],
      ['par-closure', true, 'CK-9'],
      ['resolution-enterprise', true, 'CK-10'],
      ['resolution-level-2-and-3', true, 'CK-10'],
    ]);
  });
});
