import { progressOn } from '../../../../scripts/demo/agency/story/progress';

function shownOn(isTTY: boolean, env: Record<string, string> = {}) {
  const written: string[] = [];
  const progress = progressOn({ isTTY, write: (text) => written.push(text) }, env);
  return { written, progress };
}

describe('Progress', () => {
  it('is one line on a terminal that is overwritten, with nothing left of a longer one', () => {
    const { written, progress } = shownOn(true);
    progress.at(0.5, '100,000 of 200,000 cases');
    progress.at(0.5, '100,000 of 200,000 cases');
    progress.at(1, 'short');
    progress.done('Done.');
    expect(written).toHaveLength(3);
    expect(written[0]).toBe(`\r${'#'.repeat(15)}${'.'.repeat(15)}  50%  100,000 of 200,000 cases`);
    expect(written[1]).toMatch(/^\r#{30} {1,2}100% {2}short {10,}$/);
    expect(written[1]?.length).toBe(written[0]?.length);
    expect(written[2]).toMatch(/^\rDone\. +\n$/);
  });

  it.each([
    [false, {}],
    [true, { CI: 'true' }],
  ])('is a plain line for every tenth elsewhere (terminal: %p, %j)', (isTTY, env) => {
    const { written, progress } = shownOn(isTTY, env);
    for (let nth = 0; nth <= 100; nth += 1) progress.at(nth / 100, `${nth} of 100`);
    progress.done('Done.');
    expect(written).toHaveLength(12);
    expect(written[0]).toBe('  0%  0 of 100\n');
    expect(written[7]).toBe(' 70%  70 of 100\n');
    expect(written[10]).toBe('100%  100 of 100\n');
    expect(written[11]).toBe('Done.\n');
  });
});
