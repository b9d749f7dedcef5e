import { join } from 'node:path';
import { readDemoSettings } from '../../scripts/demo/settings';
import { DEMO_WINDOWS, FURTHER_WINDOWS } from '../../scripts/demo/windows';

function faultsOf(args: string[], env: Record<string, string>): readonly string[] {
  const read = readDemoSettings(args, env);
  return read.ok ? [] : read.faults;
}

describe("The demo's settings", () => {
  it('require nothing', () => {
    expect(readDemoSettings([], {})).toEqual({
      ok: true,
      settings: {
        fast: false,
        botPort: 3978,
        windows: DEMO_WINDOWS,
        playgroundPorts: [56150, 56160, 56170],
        mailboxPort: 56155,
        dataDir: join('data', 'demo'),
      },
    });
  });

  it('come from the environment, or from a flag first', () => {
    const env = { PORT: '4001', PLAYGROUND_PORT: '6000', DATA_DIR: '/tmp/x' };
    expect(readDemoSettings(['--port', '5001'], env)).toMatchObject({
      settings: { botPort: 5001, playgroundPorts: [6000, 6010, 6020], dataDir: '/tmp/x' },
    });
    expect(readDemoSettings(['--playground-port=7000'], env)).toMatchObject({
      settings: { botPort: 4001, playgroundPorts: [7000, 7010, 7020], mailboxPort: 7005 },
    });
  });

  it('open the additional windows asked for, each once, on the next ports', () => {
    expect(readDemoSettings(['--also', 'distribution, level-1', '--also=level-1'], {})).toMatchObject({
      settings: {
        windows: [...DEMO_WINDOWS, FURTHER_WINDOWS['level-1'], FURTHER_WINDOWS.distribution],
        playgroundPorts: [56150, 56160, 56170, 56180, 56190],
      },
    });
  });

  it('keep room for every window below the highest port', () => {
    expect(faultsOf(['--also', 'level-1', '--playground-port', '65506'], {})).toEqual([
      expect.stringContaining('a port from 1 to 65505'),
    ]);
  });

  it('treat an empty variable as not set', () => {
    const env = { PORT: '', PLAYGROUND_PORT: '', DATA_DIR: '', BOT_ID: '', HOST: '', DIRECTORY_FILE: '' };
    expect(readDemoSettings([], env)).toEqual(readDemoSettings([], {}));
  });

  it('keep the data of a fast run separate', () => {
    expect(readDemoSettings(['--fast'], {})).toMatchObject({
      settings: { fast: true, dataDir: join('data', 'fast') },
    });
  });

  it.each([
    'BOT_ID',
    'CASEKEEPER_ENVIRONMENT',
    'DIRECTORY_FILE',
    'HOST',
    'MAIL_FROM',
    'PUBLIC_URL',
    'SMTP_URL',
  ])('refuse %s by name and without its value', (name) => {
    const faults = faultsOf(['--fast'], { [name]: 'secret' });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(name);
    expect(faults[0]).not.toContain('secret');
  });

  it.each([
    [['--port', 'x'], {}, '--port must be a port from 1 to 65535.'],
    [[], { PORT: '65536' }, 'PORT must be a port from 1 to 65535.'],
    [[], { PORT: '0' }, 'PORT must be a port from 1 to 65535.'],
    [['--playground-port', '65516'], {}, '--playground-port must be a port from 1 to 65515.'],
    [[], { PLAYGROUND_PORT: '-1' }, 'PLAYGROUND_PORT must be a port from 1 to 65515.'],
    [['--port', '56160'], {}, 'The bot and a window cannot both have port 56160.'],
    [['--port', '56155'], {}, 'The bot and the customer’s mailbox cannot both have port 56155.'],
    [['--also', 'level-9'], {}, '--also knows level-1, distribution, analyst, program-office'],
    [['fast'], {}, '--fast, --also <windows>, --port <port>, --playground-port <port>'],
    [['--quick'], {}, '--fast, --also <windows>, --port <port>, --playground-port <port>'],
  ])('refuse %j with %j', (args, env, fault) => {
    expect(faultsOf(args, env)).toEqual([expect.stringContaining(fault)]);
  });

  it('report every fault at once', () => {
    expect(faultsOf([], { BOT_ID: 'x', PORT: 'x', PLAYGROUND_PORT: 'x' })).toHaveLength(3);
  });
});
