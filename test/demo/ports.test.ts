import { createServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { portsOf, takenPorts, takenText } from '../../scripts/demo/ports';
import type { DemoSettings } from '../../scripts/demo/settings';
import { DEMO_WINDOWS } from '../../scripts/demo/windows';

const settings: DemoSettings = {
  fast: false,
  botPort: 3978,
  windows: DEMO_WINDOWS,
  playgroundPorts: [56150, 56160, 56170],
  mailboxPort: 56155,
  dataDir: 'data/demo',
};

function listening(): Promise<Server> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => resolve(server));
  });
}

describe("The demo's ports", () => {
  it('are detected as in use while a program listens, and as free afterward', async () => {
    const servers = await Promise.all([listening(), listening()]);
    const ports = servers.map((server) => (server.address() as AddressInfo).port);
    expect(await takenPorts(ports)).toEqual(ports);
    await new Promise((closed) => servers[0].close(closed));
    expect(await takenPorts(ports)).toEqual([ports[1]]);
    await new Promise((closed) => servers[1].close(closed));
  });

  it('are named when in use, each with how to choose another', () => {
    expect(takenText([3978, 56160], { ...settings, fast: true }, 'npm start')).toEqual([
      'Port 3978 is in use by another program; the bot needs it.',
      'Port 56160 is in use by another program; a chat window needs it.',
      'Perhaps a demo runs already: look for its window and stop it with Ctrl-C.',
      'Or choose other ports: npm start -- --fast --port 4978 --playground-port 57150',
    ]);
  });

  it('can be freed for the mailbox by choosing other ports for the windows', () => {
    expect(takenText([56155], settings, 'npm start')).toEqual([
      'Port 56155 is in use by another program; the customer’s mailbox needs it.',
      'Perhaps a demo runs already: look for its window and stop it with Ctrl-C.',
      'Or choose other ports: npm start -- --playground-port 57150',
    ]);
    expect(portsOf(settings)).toEqual([3978, 56150, 56160, 56170, 56155]);
  });

  it('are suggested only if one is in use, and never above the highest', () => {
    expect(takenText([3978], settings, 'npm run demo').at(-1)).toBe(
      'Or choose other ports: npm run demo -- --port 4978',
    );
    const high: DemoSettings = { ...settings, playgroundPorts: [65000, 65010, 65020] };
    expect(takenText([65010], high, 'npm start').at(-1)).toBe(
      'Or choose other ports: npm start -- --playground-port 64000',
    );
  });
});
