import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { CloudAdapter, ConfigurationBotFrameworkAuthentication } from 'botbuilder';

// The least that botbuilder can do: one message in, one message out. The floor that a turn is measured against; a
// process of its own, told its port by PORT.

const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
const server = createServer((request, response) => {
  if (request.method !== 'POST') {
    response.end('{}');
    return;
  }
  void text(request).then(async (body) => {
    const { headers, method } = request;
    const answer = {
      socket: response.socket,
      status: (code: number) => (response.statusCode = code),
      header: (name: string, value: unknown) => response.setHeader(name, String(value)),
      send: (content: unknown) => response.write(JSON.stringify(content)),
      end: () => response.end(),
    };
    await adapter.process({ headers, method, body: JSON.parse(body) } as never, answer, async (context) => {
      if (context.activity.type === 'message')
        await context.sendActivity(`You said: ${context.activity.text}`);
    });
  });
});
server.listen(Number(process.env['PORT']), '127.0.0.1');
