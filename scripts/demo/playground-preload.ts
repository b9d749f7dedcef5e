import { Server as HttpServer } from 'node:http';
import { Server } from 'node:net';

// Loaded into the Playground's process before the Playground itself. It cures three things.

// It would listen on every address of the machine: whoever is on the same network could act in the demo as its person.
// eslint-disable-next-line @typescript-eslint/unbound-method -- it is only called with its server below
const listen = Server.prototype.listen as (this: Server, ...args: unknown[]) => Server;

Server.prototype.listen = function onLoopback(this: Server, ...args: unknown[]): Server {
  const [port, host, ...rest] = args;
  if (typeof port === 'number' && typeof host !== 'string') {
    return listen.call(this, port, '127.0.0.1', host, ...rest);
  }
  return listen.apply(this, args);
};

// Messages that came before anybody looked are sent to the page as soon as it connects, and the page loses them while
// it has not read who is there. So a page is connected a little later.
const CONNECT_AFTER_MS = 1500;

// An answer in a channel's thread that comes within some milliseconds is lost too: the page does not know the post yet.
const ANSWER_AFTER_MS = 150;
const THREAD = /^\/_connector\/.*messageid(=|%3D)/i;

// eslint-disable-next-line @typescript-eslint/unbound-method -- as above
const emit = HttpServer.prototype.emit as (this: HttpServer, ...args: unknown[]) => boolean;

HttpServer.prototype.emit = function late(this: HttpServer, ...args: unknown[]): boolean {
  const wait = delayOf(...(args as Parameters<typeof delayOf>));
  if (wait === 0) return emit.apply(this, args);
  setTimeout(() => emit.apply(this, args), wait);
  return true;
};

/** How long an event of the server is held back, in milliseconds. */
function delayOf(event: string, request?: { readonly method?: string; readonly url?: string }): number {
  const url = request?.url ?? '';
  if (event === 'upgrade' && url.startsWith('/_ws_conversation')) return CONNECT_AFTER_MS;
  return event === 'request' && request?.method === 'POST' && THREAD.test(url) ? ANSWER_AFTER_MS : 0;
}
