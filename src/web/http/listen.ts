import type { Server as HttpServer } from 'node:http';
import type { Server } from 'restify';

/** The address cannot be listened on; the message names the variables to change. */
export class ListenFault extends Error {
  override readonly name = 'ListenFault';
}

/** Listens as configured; returns the port. Throws a `ListenFault` if it cannot. */
export function listen(
  server: Server,
  { port, host }: { readonly port: number; readonly host: string },
): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why =
        error.code === 'EADDRINUSE'
          ? `PORT ${port} on ${host} is in use by another program; set PORT to a free port.`
          : `Can't listen on HOST and PORT as set (${error.code ?? error.name}).`;
      reject(new ListenFault(why));
    });
    server.listen(port, host, () => {
      resolve(server.address().port);
    });
  });
}

/** Sets how connections are kept, so that none outlives what it was opened for. */
export function limitConnections(http: HttpServer): void {
  http.headersTimeout = 10_000;
  http.requestTimeout = 20_000;
  http.keepAliveTimeout = 65_000;
  // restify listens and answers nobody: each socket would stay open forever, in no list that a stop could close.
  // Without a listener Node serves the request as if it asked for no upgrade (RFC 9110, section 7.8).
  http.removeAllListeners('upgrade');
}

/** Stops taking connections; the returned function ends the open ones and waits for that. */
export function closing(http: HttpServer): () => Promise<void> {
  const closed = new Promise<void>((resolve) => {
    http.close(() => {
      resolve();
    });
  });
  http.closeIdleConnections();
  return async () => {
    // First the answers that were just written leave.
    await new Promise((resolve) => setImmediate(resolve));
    http.closeAllConnections();
    await closed;
  };
}
