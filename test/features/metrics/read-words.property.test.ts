import fc from 'fast-check';
import { dayAfter, daysName, periodOf } from '../../../src/domain/metrics/days';
import { MEASURES } from '../../../src/domain/metrics/measures';
import { ENTERPRISE, questionKeys } from '../../../src/domain/metrics/question-key';
import type { AskedMeasure } from '../../../src/domain/metrics/question-key';
import { readPeriod } from '../../../src/domain/metrics/read-period';
import { zoneOf } from '../../../src/domain/metrics/summary';
import type { Scope } from '../../../src/domain/metrics/summary';
import { MSC_NAMES } from '../../../src/domain/directory/directory';
import { plainQuestion } from '../../../src/features/metrics/read-plain-question';
import { readWords } from '../../../src/features/metrics/read-words';
import { asking, NOW, SITE } from './asked-site';

interface Said<T> {
  readonly of: T;
  readonly words: string;
}

const scopes: readonly Said<Scope>[] = [
  { of: ENTERPRISE, words: 'the enterprise' },
  { of: ENTERPRISE, words: 'enterprise' },
  { of: { kind: 'person', key: 'lee', name: 'Lee Smith' }, words: 'me' },
  ...Object.entries(MSC_NAMES).flatMap(([key, name]) =>
    [name, key, name.toUpperCase(), `msc:${key}`].map((words) => ({
      of: { kind: 'msc' as const, key, name },
      words,
    })),
  ),
  ...SITE.groups.flatMap(({ key, name }) =>
    [key, key.toLowerCase(), name, `group:${key}`].map((words) => ({
      of: { kind: 'group' as const, key, name },
      words,
    })),
  ),
  ...SITE.people.flatMap(({ id, name, email }) =>
    [name, email, `person:${id}`].map((words) => ({ of: { kind: 'person' as const, key: id, name }, words })),
  ),
];
const periods = fc.oneof(
  fc.constantFrom(
    ...['this month', 'last quarter', 'this fiscal year', 'FY25', 'since 1 October', 'year to date', 'today'],
    ...[
      'last 30 days',
      'October',
      'Oct 2025',
      '2026-03',
      'last three months',
      'Q2 2026',
      'fiscal Q1',
      'last week',
    ],
    ...[
      'between 1 October and 15 October',
      'from March to May',
      'October 1st',
      '1 Oct 2026',
      'since last month',
    ],
  ),
  fc.tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 500 })).map(([start, length]) => {
    const from = dayAfter('2020-06-01', start);
    return daysName({ from, to: dayAfter(from, length) });
  }),
);
const measures: readonly Said<AskedMeasure>[] = [
  ...MEASURES.flatMap(({ key, name }) => [key, name].map((words) => ({ of: key, words }))),
  { of: 'satisfaction', words: 'csat' },
  { of: 'enterprise-crt', words: 'resolution time' },
  { of: 'level-2-and-3-crt', words: 'level 2 and 3 crt' },
  { of: 'open-cases', words: 'open cases' },
];
const PHRASINGS = [
  'S P M',
  'M S P',
  'P M S',
  'show me the M of S P',
  'what is the M for S, P?',
  'how are we doing in S with M P?',
  'What were M  in S, P…please',
  'P: M / S'.replace(' / ', ' '),
  'how is S doing P on M',
];

describe('A question in any wording', () => {
  it('is read as the same scope, period, and measure (ME-6)', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scopes),
        periods,
        fc.constantFrom(...measures),
        fc.constantFrom(...PHRASINGS),
        (scope, period, measure, phrasing) => {
          const put: Readonly<Record<string, string>> = { S: scope.words, P: period, M: measure.words };
          const line = phrasing.replace('…', ' ').replace(/\b[SPM]\b/g, (part) => put[part] ?? '');
          const read = readWords(line, asking());
          const wanted = readPeriod(period, NOW, zoneOf(scope.of, SITE));
          if (!wanted.ok) throw new Error(period);
          expect([line, read]).toEqual([
            line,
            { kind: 'asked', questions: [{ scope: scope.of, period: wanted.value, measure: measure.of }] },
          ]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('with its keys in one line is exactly the same question (ME-6)', () => {
    const days = fc.tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 500 }));
    fc.assert(
      fc.property(
        fc.constantFrom(...scopes),
        days,
        fc.constantFrom(...measures),
        (scope, [start, length], { of }) => {
          const from = dayAfter('2020-06-01', start);
          const period = periodOf({ from, to: dayAfter(from, length) }, zoneOf(scope.of, SITE));
          const question = { scope: scope.of, period, measure: of };
          const line = Object.values(questionKeys(question, SITE)).join(' ');
          expect(readWords(line, asking())).toEqual({ kind: 'asked', questions: [question] });
        },
      ),
    );
  });

  it('with any text is answered with questions, or with the words that were not understood', () => {
    const word = fc.constantFrom(
      ...[
        'how',
        'are',
        'we',
        'doing',
        'in',
        'aviation',
        'land',
        'Smith',
        'march',
        'Q1',
        'csat',
        'updates',
        'and',
        '&',
      ],
      ...[
        'since',
        'to',
        'last',
        '2026-02-30',
        'narnia',
        '-',
        '?',
        '',
        "'s",
        '“',
        '__proto__',
        'L2-AVN',
        '0',
        '\u200b',
      ],
    );
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(word, { maxLength: 30 }).map((all) => all.join(' ')),
    );
    fc.assert(
      fc.property(line, (text) => {
        const read = readWords(text, asking());
        if (read.kind === 'not-understood') {
          expect(read.unknown.length).toBeGreaterThan(0);
          for (const part of read.unknown.flatMap((words) => words.split(' '))) expect(text).toContain(part);
        }
        if (read.kind === 'asked') expect(read.questions.length).toBeLessThanOrEqual(40);
        const asked = plainQuestion(text, asking());
        expect(asked === undefined || asked['words'] === text.trim()).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
