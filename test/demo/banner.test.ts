import { AGENCY_STORY, bannerLines, START_STORY } from '../../scripts/demo/banner';
import { loadDemoDirectory } from '../../scripts/demo/load-demo-directory';
import { DEMO_WINDOWS } from '../../scripts/demo/windows';

const windows = DEMO_WINDOWS.map((window, index) => ({
  window,
  url: `http://127.0.0.1:${6000 + index * 10}`,
}));
const directory = loadDemoDirectory();
const mailbox = 'http://127.0.0.1:6005';

describe("The demo's startup message", () => {
  const lines = bannerLines(windows, {
    directory,
    mailbox,
    fast: false,
    dataDir: '/tmp/data/demo',
    story: START_STORY,
  });

  it('says who is at which address and in which channel', () => {
    expect(lines).toEqual(
      expect.arrayContaining([
        '  Aviation Level 2 Agent       http://127.0.0.1:6000  channel "Aviation Customer Operations - L2-AVN", for L2-AVN',
        '  Aviation Level 3 Gatekeeper  http://127.0.0.1:6010  channel "Aviation Supplier Operations - L3-AVN", for L3-AVN',
        '  Aviation Supervisor          http://127.0.0.1:6020  channel "Aviation - Leadership", bound to no group yet',
        '  Customer’s mailbox           http://127.0.0.1:6005  each email as the customer gets it',
      ]),
    );
  });

  it('says what to try first, where the data is, and how to stop', () => {
    const text = lines.join('\n');
    for (const words of [
      'new case',
      'interim CS0000001',
      'escalate CS0000001',
      'Claim',
      '/tmp/data/demo',
      'Ctrl-C',
    ]) {
      expect(text).toContain(words);
    }
  });

  it('fits a terminal of 120 columns', () => {
    const agency = bannerLines(windows, {
      directory,
      mailbox,
      fast: true,
      dataDir: 'x',
      story: AGENCY_STORY,
    });
    expect(Math.max(...[...lines, ...agency].map((line) => line.length))).toBeLessThanOrEqual(120);
  });

  it('says what to ask about a filled agency, and how to fill it again', () => {
    const agency = bannerLines(windows, {
      directory,
      mailbox,
      fast: false,
      dataDir: 'x',
      story: AGENCY_STORY,
    }).join('\n');
    for (const words of ['metrics last month', 'verify metrics', 'npm run demo -- --fresh'])
      expect(agency).toContain(words);
    expect(agency).not.toContain('Delete it');
  });

  it('explains the fast run only in a fast run', () => {
    const fast = bannerLines(windows, { directory, mailbox, fast: true, dataDir: 'x', story: START_STORY });
    expect(fast.join('\n')).toContain('a business day passes in a minute');
    expect(lines.join('\n')).not.toContain('a business day passes in a minute');
  });
});
