import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly deprecated?: string;
  readonly optional?: boolean;
  readonly engines?: { readonly node?: string } | readonly string[];
}
const lock = JSON.parse(readFileSync(join(__dirname, '../..', 'package-lock.json'), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const entries = Object.entries(lock.packages);

/** The oldest Node that we support, by its parts. */
const OLDEST = [20, 19, 0];
const isAtMost = (version: string): boolean => {
  const parts = version.split('.').map((part) => Number.parseInt(part, 10) || 0);
  const differs = OLDEST.map((own, at) => own - (parts[at] ?? 0)).find((difference) => difference !== 0) ?? 0;
  return differs >= 0;
};
/** Whether a range such as ">=18", "^20.19.0 || >=22" or "20 || 22" takes that Node. */
const takesOldest = (range: string): boolean =>
  range.split('||').some((part) => {
    const [, sign = '', version = '0'] = /^\s*([<>=^~]*)\s*v?([\d.]*)/u.exec(part) ?? [];
    if (version === '' || sign.startsWith('>')) return version === '' || isAtMost(version);
    return Number.parseInt(version, 10) === OLDEST[0] && isAtMost(version);
  });

describe('npm install', () => {
  it('warns of no package that asks for a newer Node than the oldest that is supported', () => {
    const asking = entries.filter(([, { engines, optional }]) => {
      const range = engines !== undefined && 'node' in engines ? engines.node : undefined;
      return range !== undefined && optional !== true && !takesOldest(range);
    });
    expect(asking.map(([path, { engines }]) => `${path}: ${JSON.stringify(engines)}`)).toEqual([]);
  });

  it('warns of no deprecated package', () => {
    expect(entries.filter(([, { deprecated }]) => deprecated !== undefined).map(([path]) => path)).toEqual(
      [],
    );
  });
});
