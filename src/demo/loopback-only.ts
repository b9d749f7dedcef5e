import { Server } from 'node:net';

// Loaded before the Playground, which would listen on every address of the machine: whoever is on the same network
// could then act in the demo as the window's person.

// eslint-disable-next-line @typescript-eslint/unbound-method -- it is only called with its server below
const listen = Server.prototype.listen as (this: Server, ...args: unknown[]) => Server;

Server.prototype.listen = function onLoopback(this: Server, ...args: unknown[]): Server {
  const [port, host, ...rest] = args;
  if (typeof port === 'number' && typeof host !== 'string') {
    return listen.call(this, port, '127.0.0.1', host, ...rest);
  }
  return listen.apply(this, args);
};
