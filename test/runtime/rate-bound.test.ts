import { personRate, rateBound, SYSTEM_RATE } from '../../src/runtime/rate-bound';
import type { RateBound } from '../../src/runtime/rate-bound';

const clock = (at = 0) => {
  const time = { at, now: () => time.at };
  return time;
};
/** How many of so many are free. */
const freeOf = (tries: number, bound: RateBound, name: string): number =>
  Array.from({ length: tries }, () => bound(name)).filter((tooMany) => tooMany === undefined).length;

describe('The rate limit', () => {
  it('allows a burst and then one request a second, separately for each name', () => {
    const time = clock(1_000);
    const bound = rateBound(time, SYSTEM_RATE);
    expect(freeOf(SYSTEM_RATE.atOnce, bound, 'depot')).toBe(60);
    expect(bound('depot')).toEqual({ waitS: 1, isFirst: true });
    expect(bound('yard')).toBeUndefined();
    time.at += 999;
    expect(bound('depot')?.waitS).toBe(1);
    time.at += 1;
    expect(bound('depot')).toBeUndefined();
    expect(bound('depot')?.waitS).toBe(1);
  });

  it('fills up to its capacity only, and loses nothing if time stands still or goes back', () => {
    const time = clock();
    const bound = rateBound(time, SYSTEM_RATE);
    bound('depot');
    time.at = 10 * 3_600_000;
    expect(freeOf(200, bound, 'depot')).toBe(60);
    time.at = 0;
    expect(bound('depot')?.waitS).toBe(1);
  });

  it.each([
    [60, 20, 80],
    [6, 2, 8],
    [1, 1, 2],
  ])('of %d a minute allows %d at once and at most %d in any minute', (rate, atOnce, inAMinute) => {
    const time = clock();
    const bound = rateBound(time, personRate(rate));
    expect(freeOf(1_000, bound, 'kim')).toBe(atOnce);
    let free = atOnce;
    for (let second = 0; second < 60; second += 1) {
      time.at += 1_000;
      free += freeOf(10, bound, 'kim');
    }
    expect(free).toBe(inAMinute);
  });

  it('says how long to wait until the next one is allowed', () => {
    const time = clock();
    const bound = rateBound(time, personRate(6));
    freeOf(2, bound, 'kim');
    expect(bound('kim')?.waitS).toBe(10);
    time.at += 3_500;
    expect(bound('kim')?.waitS).toBe(7);
    time.at += 6_500;
    expect(bound('kim')).toBeUndefined();
  });

  it('marks the first request over the limit once a minute', () => {
    const time = clock();
    const bound = rateBound(time, personRate(60));
    freeOf(20, bound, 'kim');
    const first = (): boolean[] => Array.from({ length: 30 }, () => bound('kim')?.isFirst === true);
    expect(first().filter(Boolean)).toHaveLength(1);
    time.at += 59_999;
    expect(first().filter(Boolean)).toHaveLength(0);
    time.at += 1;
    expect(first().filter(Boolean)).toHaveLength(1);
  });
});

describe('The memory of a rate limit', () => {
  it('keeps 10,000 names and forgets the one that was quiet the longest', () => {
    const time = clock();
    const bound = rateBound(time, personRate(3));
    for (const name of ['kim', 'lee']) bound(name);
    for (let other = 0; other < 9_998; other += 1) bound(`other ${other}`);
    expect(bound('kim')).toBeDefined();
    bound('one more');
    expect(bound('lee')).toBeUndefined();
    expect(bound('kim')).toBeDefined();
  });

  it('keeps no one who would be allowed anyway', () => {
    const time = clock();
    const bound = rateBound(time, personRate(60));
    const kept = jest.spyOn(Map.prototype, 'delete');
    for (let name = 0; name < 100; name += 1) bound(`name ${name}`);
    time.at += 60_000;
    kept.mockClear();
    bound('kim');
    expect(kept).toHaveBeenCalledTimes(101);
    kept.mockRestore();
  });
});
