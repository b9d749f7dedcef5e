import { StoreBusy } from '../../src/ports/store-busy';
import { action, message } from '../support/activities';
import { startBotHouse } from '../support/bot-app';
import type { BotHouse } from '../support/bot-app';
import { startConnector } from '../support/connector';

const BUSY = /The database is busy, reference \w{4}/;

describe('A database that another program keeps locked', () => {
  let app: BotHouse;
  beforeEach(async () => {
    app = await startBotHouse({
      handle: () => Promise.reject(new StoreBusy()),
      api: { systemOf: () => Promise.reject(new StoreBusy()) },
      pages: [
        { name: 'shown', isOurs: () => Promise.resolve(true), show: () => Promise.reject(new StoreBusy()) },
      ],
    });
  });
  afterEach(() => app.stop());

  it('is reported to a person with what to do and the log reference', async () => {
    const connector = await startConnector();
    const { serviceUrl } = connector;
    await app.post(message('queue', { serviceUrl }));
    await app.server.settled();
    const said = JSON.stringify(connector.calls);
    expect(said).toMatch(BUSY);
    expect(said).not.toContain('Something went wrong');
    const pressed = await app.post(
      action('case.note', {}, 'no-card', {
        serviceUrl,
        conversation: { conversationType: 'channel', id: '19:x' },
      }),
    );
    const words = await pressed.text();
    expect(words).toMatch(BUSY);
    expect(words).toContain('Nothing was saved. Try again in a minute.');
    const [reference] = /(?<=reference )\w{4}/.exec(said) ?? [];
    expect(
      app.logged.find(({ fields }) => 'reference' in fields && fields.reference === reference),
    ).toBeDefined();
    await connector.close();
  });

  it("is reported to a customer's system, which may send again in a minute", async () => {
    const response = await fetch(`${app.url}/api/cases/CS0000001`, {
      headers: { authorization: 'Bearer key' },
    });
    expect(response.status).toBe(503);
    expect(response.headers.get('retry-after')).toBe('60');
    expect(await response.json()).toMatchObject({ type: 'urn:problem-type:casekeeper:busy' });
  });

  it('is reported on a page', async () => {
    const response = await fetch(`${app.url}/p/shown/token`);
    expect(response.status).toBe(503);
    expect(await response.text()).toContain('Nothing was saved. Try again in a minute');
  });
});
