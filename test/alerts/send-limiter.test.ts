import fc from 'fast-check';
import { CONVERSATION_RATES, OVERALL_RATES, sendLimiter } from '../../src/alerts/send-limiter';

describe('the send limiter', () => {
  it('lets 7 sends of a conversation go in a second, the 8th in the next and the 9th after two', () => {
    let now = 0;
    const limiter = sendLimiter({ now: () => now });
    for (let i = 0; i < 7; i++) expect(limiter.take('a')).toBeUndefined();
    expect(limiter.take('a')).toBe(1_000);
    now = 999;
    expect(limiter.take('a')).toBe(1_000);
    now = 1_000;
    expect(limiter.take('a')).toBeUndefined();
    expect(limiter.take('a')).toBe(2_000);
  });

  it('lets 30 sends go in a second over all conversations', () => {
    const limiter = sendLimiter({ now: () => 5_000 });
    for (let i = 0; i < 30; i++) expect(limiter.take(`conversation ${i}`)).toBeUndefined();
    expect(limiter.take('one more')).toBe(6_000);
  });

  it('keeps a conversation quiet as long as Teams asked, and no other', () => {
    let now = 0;
    const limiter = sendLimiter({ now: () => now });
    limiter.hold('a', 10_000);
    expect(limiter.take('a')).toBe(10_000);
    expect(limiter.take('b')).toBeUndefined();
    now = 10_000;
    expect(limiter.take('a')).toBeUndefined();
  });

  it('never passes a rate of Teams in any window, and a send at the instant it named goes', () => {
    const gaps = fc.array(
      fc.record({ gap: fc.integer({ min: 0, max: 700 }), to: fc.constantFrom('a', 'b') }),
      {
        minLength: 100,
        maxLength: 400,
      },
    );
    fc.assert(
      fc.property(gaps, (tries) => {
        let now = 1_000_000;
        const limiter = sendLimiter({ now: () => now });
        const sent: { at: number; to: string }[] = [];
        for (const { gap, to } of tries) {
          now += gap;
          const freeAt = limiter.take(to);
          if (freeAt !== undefined) {
            expect(freeAt).toBeGreaterThan(now);
            now = freeAt;
            expect(limiter.take(to)).toBeUndefined();
          }
          sent.push({ at: now, to });
        }
        const within = (times: readonly number[], rates: typeof OVERALL_RATES): boolean =>
          rates.every(({ sends, ms }) => times.every((at, i) => i < sends || at - times[i - sends]! >= ms));
        expect(
          within(
            sent.map(({ at }) => at),
            OVERALL_RATES,
          ),
        ).toBe(true);
        for (const to of ['a', 'b'])
          expect(
            within(
              sent.filter((one) => one.to === to).map(({ at }) => at),
              CONVERSATION_RATES,
            ),
          ).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
