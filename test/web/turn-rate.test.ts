import { action, AGENT, message, submit } from '../support/activities';
import { startBotHouse } from '../support/bot-app';
import type { BotHouse } from '../support/bot-app';
import { startConnector } from '../support/connector';
import type { StubConnector } from '../support/connector';

const OTHER = { id: '29:other', name: 'Other', aadObjectId: '00000000-0000-4000-8000-000000000102' };

let connector: StubConnector;
let app: BotHouse;
let time: { at: number; now: () => number };

beforeAll(async () => {
  connector = await startConnector();
});
afterAll(() => connector.close());
beforeEach(async () => {
  const clock = { at: 0, now: () => clock.at };
  time = clock;
  connector.calls.length = 0;
  app = await startBotHouse({ config: { turnsAMinute: 60 }, time });
});
afterEach(() => app.stop());

const titles = (): unknown[] => connector.calls.map(({ body }) => body.attachments?.[0]?.content.title);
const sendLines = async (count: number): Promise<void> => {
  for (let sent = 0; sent < count; sent += 1)
    expect((await app.post(message(`note ${sent}`, connector))).status).toBe(200);
};

it('The turn limit allows a person twenty turns at once, then says once when to try again, and is silent', async () => {
  await sendLines(25);
  expect(app.requests).toHaveLength(20);
  expect(titles()).toEqual([...Array<string>(20).fill('Done'), 'Please slow down']);
  time.at += 1_000;
  await sendLines(2);
  expect(app.requests).toHaveLength(21);
  expect(titles()).toHaveLength(22);
});

it('The turn limit applies before anything is read, so an unreadable turn gets the time to try again', async () => {
  await sendLines(20);
  const answer = await app.post(action('No Verb', {}, 'card-1', connector));
  expect(JSON.stringify(await answer.json())).toContain('Please slow down');
  await app.post(message('x'.repeat(5_000), connector));
  expect(titles().at(-1)).toBe('Done');
});

it('The turn limit says so again if the turns continue after a minute', async () => {
  await sendLines(21);
  time.at += 60_000;
  await sendLines(21);
  expect(titles().filter((title) => title === 'Please slow down')).toHaveLength(2);
});

it('The turn limit answers each button over the limit, and leaves its card unchanged', async () => {
  await sendLines(21);
  for (let pressed = 0; pressed < 3; pressed += 1) {
    const answer = await app.post(
      action('case.note', { text: 'typed', submitted: 'yes' }, 'card-1', connector),
    );
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.activity.message',
      value:
        "Please slow down. You're sending messages too fast, so this one was ignored. " +
        'What you typed is still there; press again in 1 second.',
    });
  }
  expect(app.requests).toHaveLength(20);
  await app.server.settled();
  expect(connector.calls).toHaveLength(21);
});

it('The turn limit counts a button in an older client too', async () => {
  await sendLines(20);
  await app.post(submit('case.claim', { case: 'CS0000001' }, 'card-1', connector));
  expect(titles().at(-1)).toBe('Please slow down');
});

it('The turn limit does not affect other people', async () => {
  await sendLines(25);
  await app.post(message('help', { serviceUrl: connector.serviceUrl, person: OTHER }));
  expect(app.requests.at(-1)?.person.id).toBe(OTHER.aadObjectId);
  expect(titles().at(-1)).toBe('Done');
});

it('The turn limit counts a redelivered turn once', async () => {
  const activity = message('note it', connector);
  for (let delivered = 0; delivered < 30; delivered += 1) await app.post(activity);
  await sendLines(19);
  expect(app.requests).toHaveLength(20);
  expect(titles()).not.toContain('Please slow down');
});

it('The turn limit stores no address from a turn over the limit', async () => {
  await sendLines(20);
  await app.server.settled();
  app.addresses.clear();
  const elsewhere = { conversationType: 'personal', id: 'a:elsewhere' };
  await app.post(
    message('help', { serviceUrl: connector.serviceUrl, person: AGENT, conversation: elsewhere }),
  );
  await app.server.settled();
  expect(app.addresses.size).toBe(0);
});
