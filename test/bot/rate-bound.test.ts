import { rateBound, REQUESTS_A_MINUTE } from '../../src/bot/rate-bound';

describe('the bound of requests', () => {
  it('lets so many through at once, then one a second, each name by itself', () => {
    const time = { at: 1_000, now: () => time.at };
    const bound = rateBound(time);
    for (let sent = 0; sent < REQUESTS_A_MINUTE; sent += 1) expect(bound('depot')).toBeUndefined();
    expect(bound('depot')).toBe(1);
    expect(bound('yard')).toBeUndefined();
    time.at += 999;
    expect(bound('depot')).toBe(1);
    time.at += 1;
    expect(bound('depot')).toBeUndefined();
    expect(bound('depot')).toBe(1);
  });

  it('fills to no more than it holds, and loses nothing where time stands or goes back', () => {
    const time = { at: 0, now: () => time.at };
    const bound = rateBound(time);
    bound('depot');
    time.at = 10 * 3_600_000;
    const free = () =>
      Array.from({ length: 2 * REQUESTS_A_MINUTE }, () => bound('depot')).filter((wait) => !wait);
    expect(free()).toHaveLength(REQUESTS_A_MINUTE);
    time.at = 0;
    expect(bound('depot')).toBe(1);
  });
});
