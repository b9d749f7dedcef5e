import { reply, refuse } from '../../src/commands/command';
import { refusal } from '../../src/domain/kernel/refusal';
import { CHANNEL, PERSONAL, action, invoke, message, submit } from '../support/activities';
import { messageCard, startBotHouse } from '../support/bot-app';
import type { BotHouse, HouseOptions } from '../support/bot-app';
import { startConnector } from '../support/connector';
import type { StubConnector } from '../support/connector';

let connector: StubConnector;
let app: BotHouse;

async function open(options: HouseOptions = {}): Promise<BotHouse> {
  app = await startBotHouse(options);
  return app;
}

beforeEach(async () => {
  connector = await startConnector();
});
afterEach(async () => {
  await app.stop();
  await connector.close();
});

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests look into whatever was answered
const json = (answer: Response): Promise<any> => answer.json();

const THREAD = { ...CHANNEL, id: `${CHANNEL.id};messageid=17` };
describe('A typed line over HTTP', () => {
  it('is answered with one card, whose summary appears in the notification', async () => {
    await open();
    expect((await app.post(message('help', connector))).status).toBe(200);
    expect(connector.calls).toHaveLength(1);
    const [sent] = connector.calls;
    expect(sent?.kind).toBe('send');
    expect(sent?.conversationId).toBe(PERSONAL.id);
    expect(sent?.body.summary).toBe('A message card');
    expect(sent?.body.attachments[0].contentType).toBe('application/vnd.microsoft.card.adaptive');
    expect(sent?.body.attachments[0].content.title).toBe('Done');
  });

  it('reaches the command without the mention of the bot', async () => {
    await open();
    await app.post(message('case CS0000001', { ...connector, conversation: THREAD }));
    expect(app.requests[0]?.text).toBe('case CS0000001');
    expect(app.requests[0]?.place).toEqual({
      kind: 'channel',
      address: {
        conversationId: CHANNEL.id,
        serviceUrl: connector.serviceUrl,
        tenantId: CHANNEL.tenantId,
        kind: 'channel',
      },
    });
    expect(connector.calls[0]?.conversationId).toBe(THREAD.id);
  });

  it('that is delivered twice is handled once and answered once', async () => {
    await open();
    const activity = message('note CS0000001 hello', connector);
    const answers = await Promise.all([app.post(activity), app.post(activity)]);
    answers.push(await app.post(activity));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(app.requests).toHaveLength(1);
    expect(connector.calls).toHaveLength(1);
  });

  it('that is too long is refused in words and reaches no command', async () => {
    await open();
    await app.post(message('x'.repeat(4_001), connector));
    expect(app.requests).toHaveLength(0);
    expect(connector.calls[0]?.body.attachments[0].content.title).toBe("That's too long");
  });

  it('that only shows an inserted card is ignored', async () => {
    await open();
    const html = '<div><span class="inline-compose-card"></span></div>';
    await app.post({
      ...message('', connector),
      attachments: [{ contentType: 'text/html', content: html }],
    });
    expect(app.requests).toHaveLength(0);
    expect(connector.calls).toHaveLength(0);
  });

  it('whose command fails is answered with the log reference and a way to report it (AC-6)', async () => {
    await open({ handle: () => Promise.reject(new Error('the inner text')) });
    expect((await app.post(message('help', connector))).status).toBe(200);
    const sent = connector.calls[0]?.body.attachments[0].content;
    const reference = /^Something went wrong, reference ([2-9A-Z]{4})$/.exec(sent.title)?.[1];
    expect(sent.buttons[0]).toEqual({
      title: 'Report a problem',
      verb: 'problem.report',
      data: { reference },
    });
    expect(JSON.stringify(sent)).not.toContain('inner text');
    expect(app.logged.filter(({ level }) => level === 'error').map(({ fields }) => fields)).toEqual([
      expect.objectContaining({ reference, err: expect.objectContaining({ message: 'the inner text' }) }),
    ]);
  });

  it('is answered in plain text if no card can be drawn (AC-6)', async () => {
    await open({
      render: () => {
        throw new Error('the inner text');
      },
    });
    await app.post(message('help', connector));
    expect(connector.calls[0]?.body.text).toMatch(
      /^Something went wrong, reference ([2-9A-Z]{4})\. .* type report problem reference \1$/,
    );
  });

  it("that can't be answered is logged, and the process continues", async () => {
    await open();
    connector.misbehave({ status: 502 }, { status: 502 });
    expect((await app.post(message('help', connector))).status).toBe(200);
    expect(app.logged.map(({ message: words }) => words)).toContain('A turn failed');
    expect((await app.post(message('help', connector))).status).toBe(200);
  });

  it('is posted once if the connector fails after accepting it, because no send is repeated', async () => {
    await open();
    connector.misbehave({ status: 500 });
    await app.post(message('help', connector));
    const cards = connector.calls.filter(({ body }) => body.attachments?.length > 0);
    expect(cards).toHaveLength(1);
  });

  it('waits once if Teams says that there were too many requests', async () => {
    await open();
    connector.misbehave({ status: 429, headers: { 'retry-after': '0' } });
    await app.post(message('help', connector));
    expect(connector.calls).toHaveLength(2);
    expect(app.logged).toEqual([]);
  });
});

describe('A button over HTTP', () => {
  it('is answered in the invoke with the card that replaces its own', async () => {
    await open();
    const answer = await app.post(
      action('case.note', { case: 'CS0000001', note: 'hello', submitted: 'yes' }, 'card-1', connector),
    );
    expect(answer.status).toBe(200);
    expect(await json(answer)).toEqual({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: expect.objectContaining({ type: 'AdaptiveCard', title: 'Done' }),
    });
    expect(app.requests[0]?.invocation).toEqual({
      verb: 'case.note',
      input: { case: 'CS0000001', note: 'hello', submitted: 'yes' },
      submitted: true,
    });
    expect(app.requests[0]?.replyToId).toBe('card-1');
  });

  it('that is delivered twice is handled once, with the same answer', async () => {
    let count = 0;
    await open({ handle: () => reply(messageCard(`Answer ${(count += 1)}`)) });
    const activity = action('case.claim', { case: 'CS0000001' }, 'card-1', connector);
    const [first, second] = await Promise.all([app.post(activity), app.post(activity)]);
    const [one, two] = [await json(first), await json(second)];
    expect(one.value.title).toBe('Answer 1');
    expect(two).toEqual(one);
    expect(count).toBe(1);
  });

  it('that is refused gets the text of the refusal', async () => {
    await open({ handle: () => refuse(refusal('not-permitted')) });
    const answer = await app.post(action('case.claim', {}, 'card-1', connector));
    expect((await json(answer)).value.title).toBe('Refused: not-permitted');
  });

  it('whose command fails is answered with a reference, and the card stays (AC-6)', async () => {
    await open({ handle: () => Promise.reject(new Error('the inner text')) });
    const answer = await app.post(action('case.claim', {}, 'card-1', connector));
    expect(answer.status).toBe(200);
    const body = await json(answer);
    expect(body.type).toBe('application/vnd.microsoft.activity.message');
    const [, reference] = /^Something went wrong, reference ([2-9A-Z]{4})\./.exec(body.value) ?? [];
    expect(body.value).toContain(`report problem reference ${reference}`);
    const beside = connector.calls.map(({ body: sent }) => sent.attachments[0].content.buttons[0].data);
    expect(beside).toEqual([{ reference }]);
  });

  it('whose command fails in a channel is answered only with text to the person who pressed it (AC-6)', async () => {
    await open({ handle: () => Promise.reject(new Error('the inner text')) });
    const origin = { ...connector, conversation: THREAD };
    const body = await json(await app.post(action('case.claim', {}, 'card-1', origin)));
    expect(body.value).toContain('report problem reference');
    expect(connector.calls).toEqual([]);
  });

  it('whose command fails is answered even if no message can be sent with it (AC-6)', async () => {
    await open({ handle: () => Promise.reject(new Error('the inner text')) });
    connector.misbehave({ status: 502 });
    const body = await json(await app.post(action('case.claim', {}, 'card-1', connector)));
    expect(body.value).toMatch(/^Something went wrong/);
    expect(app.logged.map(({ message: words }) => words)).toContain('The error card could not be sent');
  });

  it.each([
    undefined,
    null,
    5,
    'x',
    {},
    { action: null },
    { action: { verb: 5 } },
    { action: { verb: '<b>' } },
  ])("that can't be read (%j) is answered anyway", async (value) => {
    await open();
    const answer = await app.post(invoke('adaptiveCard/action', value, connector));
    expect(answer.status).toBe(200);
    expect(await json(answer)).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' });
    expect(app.requests).toHaveLength(0);
  });

  it.each(['task/fetch', 'composeExtension/query', 'nobody/knows', ''])(
    'of the unknown kind %j is answered that it is unknown',
    async (name) => {
      await open();
      const answer = await app.post(invoke(name, {}, connector));
      expect(answer.status).toBe(501);
      expect((await json(answer)).code).toBe('NotImplemented');
    },
  );

  it('in a client that only supports Action.Submit does the same', async () => {
    await open();
    await app.post(submit('case.claim', { case: 'CS0000001' }, 'card-1', connector));
    expect(app.requests[0]?.invocation).toEqual({
      verb: 'case.claim',
      input: { case: 'CS0000001' },
      submitted: false,
    });
    expect(connector.calls[0]?.body.attachments[0].content.title).toBe('Done');
  });
});
