import fc from 'fast-check';
import { action, message } from '../support/activities';
import { startBotHouse } from '../support/bot-app';
import type { BotHouse } from '../support/bot-app';
import { startConnector } from '../support/connector';
import type { StubConnector } from '../support/connector';

let connector: StubConnector;
let app: BotHouse;
beforeAll(async () => {
  connector = await startConnector();
  app = await startBotHouse();
});
afterAll(async () => {
  await app.stop();
  await connector.close();
});

const FIELDS = [
  ...['type', 'id', 'channelId', 'from', 'recipient', 'conversation', 'name', 'text', 'textFormat'],
  ...[
    'locale',
    'replyToId',
    'value',
    'channelData',
    'entities',
    'attachments',
    'membersAdded',
    'membersRemoved',
  ],
  ...['action', 'timestamp', 'localTimestamp', 'expiration', 'callerId', 'deliveryMode', 'reactionsAdded'],
  ...['relatesTo', 'suggestedActions', 'semanticAction', '__proto__', 'constructor', 'toString'],
];
const anything = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  fc.record({ id: fc.jsonValue(), name: fc.jsonValue(), type: fc.constant('mention'), text: fc.string() }),
  fc.array(fc.record({ id: fc.jsonValue(), mentioned: fc.jsonValue() }), { maxLength: 3 }),
);
/** Changes to any fields, most of them to those that the kind of activity is read by. */
const changesTo = (own: readonly string[]) =>
  fc.array(fc.tuple(fc.oneof(fc.constantFrom(...own), fc.constantFrom(...FIELDS)), anything), {
    minLength: 1,
    maxLength: 4,
  });

/** The activity as text, with the changes as own keys even where JavaScript would take them for something else. */
function wire(activity: object, changed: readonly (readonly [string, unknown])[]): string {
  const pairs = changed.map(([field, value]) => `,${JSON.stringify(field)}:${JSON.stringify(value)}`);
  return `${JSON.stringify(activity).slice(0, -1)}${pairs.join('')}}`;
}

it.each([
  ['a message', ['text', 'entities', 'value', 'attachments'], () => message('case CS0000001', connector)],
  [
    'a button',
    ['value', 'name', 'replyToId'],
    () => action('case.show', { case: 'CS0000001' }, 'card-1', connector),
  ],
  [
    'an arrival',
    ['membersAdded', 'channelData'],
    () => ({ ...message('', connector), type: 'conversationUpdate' }),
  ],
  [
    'an installation',
    ['action', 'channelData', 'from'],
    () => ({ ...message('', connector), type: 'installationUpdate' }),
  ],
])(
  'The bot answers %s with any field of any type below 500 or as unknown, and nothing breaks',
  async (_name, own, make) => {
    await fc.assert(
      fc.asyncProperty(changesTo(own), async (changed) => {
        app.logged.length = 0;
        const answer = await app.post(wire(make(), changed));
        await answer.text();
        if (answer.status !== 501) expect(answer.status).toBeLessThan(500);
        const broken = app.logged.filter(({ level }) => level === 'error');
        expect(broken).toEqual([]);
      }),
      { numRuns: 80 },
    );
  },
);

it('The bot answers a body of any JSON below 500', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (body) => {
      const answer = await app.post(body);
      await answer.text();
      expect(answer.status).toBe(400);
    }),
    { numRuns: 80 },
  );
});
