import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { Request, Response } from 'restify';
import { createServer, plugins } from 'restify';

// The least that botbuilder and restify can do: one message in, one message out. The floor that a turn is measured
// against; a process of its own, told its port by PORT.

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = createServer();
server.post(
  '/api/messages',
  ...plugins.jsonBodyParser(),
  async (request: Request, response: Response): Promise<void> => {
    // restify's types and botbuilder's differ by an `undefined`; the adapter reads neither field.
    await adapter.process(request as never, response, async (context) => {
      if (context.activity.type === 'message')
        await context.sendActivity(`You said: ${context.activity.text}`);
    });
  },
);
server.get('/readyz', (_request, response, next) => {
  response.send(200, {});
  next();
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
