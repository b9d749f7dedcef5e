import { CLOCK_NAMES } from '../../../src/domain/policy/policy';
import { policiesOf } from '../../../src/domain/policy/load-policy';

/** Whether a site's file that says only this is taken. */
const takes = (override: unknown): boolean => policiesOf(override).ok;

describe('a figure of a site’s policy file', () => {
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
  ])('%s is from %i to %i, and nothing else (CK-11, ES-6, RE-3)', (_, least, most, with_) => {
    expect([least, most].map((figure) => takes(with_(figure)))).toEqual([true, true]);
    expect([least - 1, most + 1].map((figure) => takes(with_(figure)))).toEqual([false, false]);
    expect(takes(with_(least + 0.5))).toBe(_ === 'goals.satisfaction.percent');
  });

  it('of a number’s form has its least before its most, for PR and PAR (ES-6)', () => {
    for (const name of ['pr', 'par']) {
      expect(takes({ numbers: { [name]: { min: 9, max: 9 } } })).toBe(true);
      expect(takes({ numbers: { [name]: { min: 10, max: 9 } } })).toBe(false);
      expect(takes({ numbers: { [name]: { most: 9 } } })).toBe(false);
    }
  });

  it('may be a share of the time between none and all of it (CK-11)', () => {
    expect([0.01, 0.75, 0.99].map((warnAt) => takes({ warnAt }))).toEqual([true, true, true]);
    expect([0, 1].map((warnAt) => takes({ warnAt }))).toEqual([false, false]);
  });
});

describe('a word of a site’s policy file', () => {
  it('is given, and no unknown one is taken anywhere (RE-3)', () => {
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

  it('for a web page is an address of the web (CA-4)', () => {
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

describe('a clock', () => {
  it('is named with the rule that it keeps (AS-2, CK-1, CK-2, CK-5, CK-6, CK-8, CK-9, CK-10)', () => {
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
