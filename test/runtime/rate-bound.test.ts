import { personRate, rateBound, SYSTEM_RATE } from '../../src/runtime/rate-bound';
import type { RateBound } from '../../src/runtime/rate-bound';

const clock = (at = 0) => {
  const time = { at, now: () => time.at };
  return time;
};
/** How many of so many are free. */
const freeOf = (tries: number, bound: RateBound, name: string): number =>
  Array.from({ length: tries }, () => bound(name)).filter((tooMany) => tooMany === undefined).length;

describe('the bound of requests', () => {
  it('lets so many through at once, then one a second, each name by itself', () => {
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

  it('fills to no more than it holds, and loses nothing where time stands or goes back', () => {
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
  ])('of %d a minute lets %d through at once and at most %d in any minute', (rate, atOnce, inAMinute) => {
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

  it('says how long to wait until the next one is free', () => {
    const time = clock();
    const bound = rateBound(time, personRate(6));
    freeOf(2, bound, 'kim');
    expect(bound('kim')?.waitS).toBe(10);
    time.at += 3_500;
    expect(bound('kim')?.waitS).toBe(7);
    time.at += 6_500;
    expect(bound('kim')).toBeUndefined();
  });

  it('tells the first that is too many from those of the minute after it', () => {
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

describe('the memory of a bound', () => {
  it('keeps 10,000 names and forgets the one that was longest quiet', () => {
    const time = clock();
    const bound = rateBound(time, personRate(3));
    for (const name of ['kim', 'lee']) bound(name);
    for (let other = 0; other < 9_998; other += 1) bound(`other ${other}`);
    expect(bound('kim')).toBeDefined();
    bound('one more');
    expect(bound('lee')).toBeUndefined();
    expect(bound('kim')).toBeDefined();
  });

  it('keeps nobody who would be let through again anyway', () => {
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
