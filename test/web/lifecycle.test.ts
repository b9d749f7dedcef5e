import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { reply } from '../../src/commands/command';
import type { Outcome } from '../../src/commands/command';
import { message } from '../support/activities';
import { messageCard, startBotHouse } from '../support/bot-app';
import { startConnector } from '../support/connector';

const json = async (url: string): Promise<[number, unknown]> => {
  const answer = await fetch(url);
  return [answer.status, await answer.json()];
};

it('The server reports that it is live and ready', async () => {
  const app = await startBotHouse();
  expect(await json(`${app.url}/healthz`)).toEqual([200, { alive: true }]);
  expect(await json(`${app.url}/readyz`)).toEqual([200, { ready: true }]);
  await app.stop();
});

it('The server is live but not ready while the store does not answer', async () => {
  const app = await startBotHouse({ ping: () => Promise.reject(new Error('secret address')) });
  expect(await json(`${app.url}/healthz`)).toEqual([200, { alive: true }]);
  expect(await json(`${app.url}/readyz`)).toEqual([503, { ready: false, reason: 'store' }]);
  await app.stop();
});

it('The server names PORT if the port is in use', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(startBotHouse({ config: { port } })).rejects.toThrow(
    `PORT ${port} on 127.0.0.1 is in use by another program; set PORT to a free port`,
  );
  await new Promise((resolve) => other.close(resolve));
});

describe('Stopping the server', () => {
  async function withTurnInHand(longestStopMs: number) {
    const connector = await startConnector();
    let finish: (outcome: Outcome) => void = () => undefined;
    let begun: () => void = () => undefined;
    const begins = new Promise<void>((resolve) => (begun = resolve));
    const app = await startBotHouse({
      longestStopMs,
      handle: () => {
        begun();
        return new Promise((resolve) => (finish = resolve));
      },
    });
    const turn = app.post(message('help', connector)).then(
      ({ status }) => status,
      () => 'cut off',
    );
    await begins;
    return { connector, app, turn, finish: () => finish(reply(messageCard('Done'))) };
  }

  it('waits for the turn in flight, which is answered', async () => {
    const { connector, app, turn, finish } = await withTurnInHand(60_000);
    let stopped = false;
    const stop = app.stop().then(() => (stopped = true));
    await expect(fetch(`${app.url}/healthz`)).rejects.toThrow();
    expect(stopped).toBe(false);
    finish();
    expect(await turn).toBe(200);
    await stop;
    expect(connector.calls).toHaveLength(1);
    await connector.close();
  });

  it('waits no longer than its limit', async () => {
    const { connector, app, turn } = await withTurnInHand(1);
    await app.stop();
    expect(await turn).toBe('cut off');
    expect(app.server.work()).toEqual({ turns: 1 });
    await connector.close();
  });

  it('can be requested twice', async () => {
    const app = await startBotHouse();
    await Promise.all([app.stop(), app.stop()]);
    await app.stop();
  });
});
