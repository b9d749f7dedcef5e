const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
] as const;
/** Numbers as they are said, each at its place. */
export const NUMBERS: readonly string[] = [
  'zero',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
const NTH: Readonly<Record<string, string>> = {
  first: '1',
  '1st': '1',
  second: '2',
  '2nd': '2',
  third: '3',
  '3rd': '3',
  fourth: '4',
  '4th': '4',
};

/** The month of a name or of the letters that begin it, three at the least: 1 to 12. */
export function monthNamed(word: string): number | undefined {
  if (word.length < 3) return undefined;
  const found = MONTHS.findIndex((name) => name.startsWith(word));
  return found < 0 ? undefined : found + 1;
}

const bothMonths = (one: string, other: string): boolean =>
  monthNamed(one) !== undefined && monthNamed(other) !== undefined;

/** What is written in many ways, in one; each rule sees what those before it made. */
const RULES: readonly (readonly [RegExp, string | ((...parts: string[]) => string)])[] = [
  [/[’']s\b/g, ''],
  [/[,?!]/g, ' '],
  [/([a-z])\.(?= |$)/g, '$1'],
  [/(\d{4}-\d\d(?:-\d\d)?) ?(?:\.\.|\/) ?(?=\d{4}-)/g, '$1 to '],
  [/[–—]/g, ' to '],
  [/ - /g, ' to '],
  [/(?<![\d-])(\d{1,2})-(?=\d{1,2}\b(?!-))/g, '$1 to '],
  [/\b([a-z]+)-(?=([a-z]+))/g, (_, one = '', two = '') => `${one}${bothMonths(one, two) ? ' to ' : ' '}`],
  [/\b(20\d\d)-q([1-4])\b/g, 'q$2 $1'],
  [/ +/g, ' '],
  [/\bthe /g, ''],
  [/\bcalendar year\b/g, 'year'],
  [/\b(?:month|year) of /g, ''],
  [/\byear (?=20\d\d\b)/g, ''],
  [
    /\b(first|1st|second|2nd|third|3rd|fourth|4th) (fiscal )?quarter\b/g,
    (_, nth = '', fiscal = '') => `${fiscal}q${NTH[nth] ?? ''}`,
  ],
  [/\bquarter ([1-4])\b/g, 'q$1'],
  [/\bfq ?([1-4])\b/g, 'fiscal q$1'],
  [/\bfiscal year\b/g, 'fy'],
  [/\bfiscal quarter\b/g, 'quarter'],
  [/\bfiscal (?=(?:20)?\d\d\b)/g, 'fy'],
  [/\bfy ?’?'?(?:20)?(\d\d)\b/g, 'fy$1'],
  [/\b(\d{1,2})(?:st|nd|rd|th)\b/g, '$1'],
  [/\b(\d{1,2}) of (?=[a-z])/g, '$1 '],
  [
    new RegExp(
      `\\b(${NUMBERS.join('|')}) (?=(?:full |whole |complete )?(?:day|week|month|quarter|year|fy))`,
      'g',
    ),
    (_, word = '') => `${NUMBERS.indexOf(word)} `,
  ],
  [/\bytd\b/g, 'this year to today'],
  [/\bmtd\b/g, 'this month to today'],
  [/\bqtd\b/g, 'this quarter to today'],
  [/\bfy ?td\b/g, 'this fy to today'],
  [/^so far (.+)/g, '$1 to today'],
  [/\bso far$/g, 'to today'],
  [/\b(?:until|till|through|thru|up to)\b/g, 'to'],
  [/\b(to|and) (?:date|now|present)\b/g, '$1 today'],
  [/\b(?:previous|prior)\b/g, 'last'],
  [/\bcurrent\b/g, 'this'],
  [/\bonwards?$/g, 'on'],
  [/^(?:in|for|during|over|within|of|on|at|throughout) /g, ''],
];

/**
 * The words of a period in one way of writing, of the many that there are: small letters, months and units as they are,
 * "q1", "fy26", "to" between two ends, "last" and "this".
 */
export function plainPeriod(words: string): string {
  let plain = words.toLowerCase().replace(/\s+/g, ' ').trim();
  // One signature of replace takes the text, another the function.
  for (const [pattern, by] of RULES) plain = plain.replace(pattern, by as string);
  return plain.trim();
}
