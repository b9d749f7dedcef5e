import { reply } from '../../src/commands/command';
import type { Case } from '../../src/domain/cases/case';
import type { CardValue } from '../../src/cards/shared/card-value';
import { AGENT, CHANNEL, PERSONAL, action, botAdded, installed, message } from '../support/activities';
import { startBotHouse } from '../support/bot-app';
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

const THREAD = { ...CHANNEL, id: `${CHANNEL.id};messageid=17` };
const caseCard = (audience: 'person' | 'channel'): CardValue => ({
  card: 'case',
  audience,
  case: { number: 'CS0000001', timeline: [{}, {}] } as unknown as Case,
});

describe('Case cards in conversations', () => {
  it('are remembered when sent, so that they can be updated', async () => {
    await open({ handle: () => reply(caseCard('person')) });
    await app.post(message('case CS0000001', { ...connector, conversation: THREAD }));
    await app.stop();
    expect(app.posts).toEqual([
      {
        about: { kind: 'case', id: 'CS0000001' },
        activityId: 'sent-1',
        view: { kind: 'case' },
        shows: 2,
        address: {
          conversationId: THREAD.id,
          serviceUrl: connector.serviceUrl,
          tenantId: CHANNEL.tenantId,
          kind: 'channel',
        },
      },
    ]);
  });

  it('are remembered when they answer a button in a personal chat, and stay after a reload', async () => {
    await open({ handle: () => reply(caseCard('person')) });
    await app.post(action('case.create', {}, 'form-1', connector));
    await connector.received(1);
    await app.stop();
    expect(app.posts.map(({ activityId, view }) => [activityId, view.kind])).toEqual([['form-1', 'case']]);
    expect(connector.calls.map(({ kind, activityId }) => [kind, activityId])).toEqual([['update', 'form-1']]);
  });

  it('for one person do not replace the card that a channel sees', async () => {
    await open({ handle: () => reply(caseCard('person')) });
    await app.post(action('case.show', {}, 'card-1', { ...connector, conversation: CHANNEL }));
    await app.stop();
    expect(app.posts).toEqual([]);
    expect(connector.calls).toEqual([]);
  });

  it('in a channel are remembered when they answer a button', async () => {
    await open({ handle: () => reply(caseCard('channel')) });
    await app.post(action('case.claim', {}, 'card-1', { ...connector, conversation: CHANNEL }));
    await app.stop();
    expect(app.posts.map(({ activityId, view }) => [activityId, view.kind])).toEqual([
      ['card-1', 'channel-case'],
    ]);
  });

  it('posted in a thread are still known as posted there after one of their buttons is pressed', async () => {
    await open({ handle: () => reply(caseCard('person')) });
    const at = { ...connector, conversation: THREAD };
    await app.post(message('case CS0000001', at));
    await app.post(action('case.show', {}, 'sent-1', at));
    await app.stop();
    expect(app.posts.map(({ activityId, address }) => [activityId, address.conversationId])).toEqual([
      ['sent-1', THREAD.id],
    ]);
  });

  it('shown again in a conversation lose their buttons there, but not elsewhere', async () => {
    await open({ handle: () => reply(caseCard('person')) });
    await app.post(message('case CS0000001', { ...connector, conversation: THREAD }));
    await app.post(message('case CS0000001', connector));
    await app.post(message('cs1', connector));
    // Pressed in a third message of the chat: the answer stands there from now on.
    await app.post(action('case.create', {}, 'form-1', connector));
    await app.stop();
    const changed = connector.calls.filter(({ kind }) => kind === 'update');
    expect(changed.map(({ conversationId, activityId }) => [conversationId, activityId])).toEqual([
      [PERSONAL.id, 'sent-2'],
      [PERSONAL.id, 'sent-3'],
      [PERSONAL.id, 'form-1'],
    ]);
    const contents = changed.map(({ body }) => body.attachments[0].content);
    expect(contents[0]).toMatchObject({ card: 'message', title: 'CS0000001' });
    expect(contents[0].buttons).toHaveLength(1);
    expect(contents.map(({ card }) => card)).toEqual(['message', 'message', 'case']);
  });

  it.each([
    ['are not drawn over a form that was opened in them', 'sent-1', []],
    ['are brought up to date while a form is open elsewhere', 'another', ['sent-1']],
  ])('%s, so that nothing typed is lost (ES-9)', async (_title, pressedIn, kept) => {
    const submit = { title: 'Resolve', verb: 'case.resolve', data: { case: 'CS0000001' } };
    const form: CardValue = { card: 'form', form: { title: 'Resolve', sections: [], submit, others: [] } };
    await open({ handle: ({ invocation }) => reply(invocation === undefined ? caseCard('person') : form) });
    await app.post(message('cs1', connector));
    await app.post(action('case.resolve', {}, pressedIn, connector));
    await app.stop();
    expect(app.posts.map(({ activityId }) => activityId)).toEqual(kept);
  });

  it("that can't be stored do no harm to the turn", async () => {
    await open({ handle: () => reply(caseCard('person')) });
    connector.misbehave({ status: 404 });
    expect((await app.post(action('case.create', {}, 'form-1', connector))).status).toBe(200);
    await app.stop();
    expect(app.logged.map(({ level }) => level)).toEqual(['warn']);
  });
});

describe('A first meeting', () => {
  it('brings one welcome, even though Teams reports it in two activities and the Playground repeatedly', async () => {
    await open();
    for (const activity of [
      installed(connector),
      botAdded(connector),
      installed(connector),
      botAdded(connector),
    ]) {
      expect((await app.post(activity)).status).toBe(200);
    }
    expect(connector.calls.map(({ body }) => body.attachments[0].content.title)).toEqual([
      'Welcome to personal',
    ]);
  });

  it('is not repeated for a person who was here before a restart', async () => {
    await open();
    app.addresses.set(AGENT.aadObjectId, {
      conversationId: PERSONAL.id,
      serviceUrl: connector.serviceUrl,
      kind: 'personal',
    });
    await app.post(installed(connector));
    expect(connector.calls).toEqual([]);
  });

  it('in a channel brings a welcome there', async () => {
    await open();
    await app.post(installed({ ...connector, conversation: CHANNEL }));
    await app.post(botAdded({ ...connector, conversation: CHANNEL }));
    expect(connector.calls.map(({ body }) => body.attachments[0].content.title)).toEqual([
      'Welcome to channel',
    ]);
  });

  it('is not triggered by removing the app or by a joining member', async () => {
    await open();
    await app.post({ ...installed(connector), action: 'remove' });
    await app.post({ ...botAdded(connector), membersAdded: [{ id: '29:someone' }] });
    expect(connector.calls).toEqual([]);
  });
});

it('A person who wrote to the bot can be reached later', async () => {
  await open();
  await app.post(message('hi', connector));
  await app.stop();
  expect([...app.addresses]).toEqual([
    [
      AGENT.aadObjectId,
      {
        conversationId: PERSONAL.id,
        serviceUrl: connector.serviceUrl,
        tenantId: PERSONAL.tenantId,
        kind: 'personal',
      },
    ],
  ]);
});
