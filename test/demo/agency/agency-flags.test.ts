import { readAgencyFlags } from '../../../scripts/demo/agency/agency-flags';
import { ageText, foreignText } from '../../../scripts/demo/agency/agency-text';

describe("The agency's own flags", () => {
  it("are separated from the demo's flags, which keep their order", () => {
    expect(readAgencyFlags(['--fast', '--cases', '5000', '--also', 'analyst', '--fresh'], {})).toEqual({
      ok: true,
      flags: { cases: 5_000, fresh: true, rest: ['--fast', '--also', 'analyst'] },
    });
    expect(readAgencyFlags(['--cases=1000000'], {})).toMatchObject({ flags: { cases: 1_000_000 } });
    expect(readAgencyFlags([], { MONGODB_URI: '' })).toEqual({ ok: true, flags: { fresh: false, rest: [] } });
  });

  it.each([[['--cases']], [['--cases', 'many']], [['--cases=99']], [['--cases=1000001']], [['--cases=-5']]])(
    'refuse %j',
    (args) => {
      const fault = '--cases must be a number from 100 to 1,000,000.';
      expect(readAgencyFlags(args, {})).toEqual({ ok: false, faults: [fault] });
    },
  );

  it.each(['MONGODB_URI', 'POLICY_FILE'])('refuse %s by name and without its value', (name) => {
    const read = readAgencyFlags(['--cases', 'x'], { [name]: 'secret' });
    expect(read).toMatchObject({ ok: false, faults: [expect.stringContaining(`${name} is set`), {}] });
    expect(JSON.stringify(read)).not.toContain('secret');
  });
});

describe('The message about an existing agency', () => {
  const DAY = 86_400_000;
  const plan = { cases: 200_000, until: 1_000 * DAY, seed: 1 };

  it('says how many cases it has, and nothing more on the day it was filled', () => {
    expect(ageText(plan, plan.until + DAY - 1)).toEqual([
      'The agency is there: 200,000 cases, filled in today.',
    ]);
  });

  it('gives its age, what that means, and how to fill it again', () => {
    expect(ageText(plan, plan.until + 21 * DAY)).toEqual([
      'The agency is there: 200,000 cases, filled in 21 days ago.',
      'Nobody has worked on them since: what ran out meanwhile is told when the bot starts.',
      'To fill it anew, up to now: npm run demo -- --fresh',
    ]);
    expect(ageText(plan, plan.until + DAY)[0]).toContain('filled in a day ago');
  });

  it('says how to get the number of cases asked for if it differs', () => {
    expect(ageText(plan, plan.until, 5_000).at(-1)).toBe(
      'To fill it anew, up to now: npm run demo -- --fresh --cases 5000',
    );
    expect(ageText(plan, plan.until, 200_000)).toHaveLength(1);
  });

  it('says what to do with a folder of other data', () => {
    const text = foreignText('/tmp/elsewhere').join('\n');
    for (const words of ['/tmp/elsewhere holds other data', 'DATA_DIR', 'npm start'])
      expect(text).toContain(words);
  });
});
