import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { isWithinMachine } from '../runtime/loopback';
import type { Log } from '../ports/log';
import type { Telemetry } from './telemetry';

/** Telemetry on its own port. */
export interface MetricsServer {
  readonly port: number;
  stop(): Promise<void>;
}

/** Serves `GET /metrics` and nothing else; `withinMachine`: under a loopback name alone. Rejects with the system's error where it cannot listen. */
export async function startMetricsServer(
  where: { readonly port: number; readonly host: string; readonly withinMachine?: boolean },
  figures: Telemetry,
  log: Log,
): Promise<MetricsServer> {
  const server = createServer((request, response) => {
    // One call after the other: restify, once loaded, has every response of the process answer them with nothing.
    const write = (status: number, text = '', type = 'text/plain'): void => {
      response.writeHead(status, { 'content-type': type });
      response.end(text);
    };
    if (where.withinMachine === true && !isWithinMachine(request.headers)) {
      write(421);
      return;
    }
    if (request.method !== 'GET' || request.url !== '/metrics') {
      write(404);
      return;
    }
    figures.text().then(
      (text) => {
        write(200, text, figures.contentType);
      },
      (error: unknown) => {
        log.error({ err: error }, 'The telemetry could not be read');
        write(500);
      },
    );
  });
  server.requestTimeout = 20_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where.port, where.host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
