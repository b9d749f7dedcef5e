import { CloudAdapter, ConfigurationBotFrameworkAuthentication, type TurnContext } from 'botbuilder';
import { createServer, plugins, type Server } from 'restify';

/** The least that botbuilder and restify can do: one message in, one message out. The floor a turn is measured against. */
export async function startEchoBot(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server: Server = createServer();
  server.use(plugins.bodyParser());
  server.post('/api/messages', async (request: never, response: never) => {
    await adapter.process(request, response, async (context: TurnContext) => {
      if (context.activity.type === 'message') await context.sendActivity(`You said: ${context.activity.text}`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/api/messages`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
      }),
  };
}
