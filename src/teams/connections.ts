import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/**
 * A connection that has been idle this long is closed. The other end closes it too, Node's own server after 5 s, and what is
 * written to it in that moment fails with ECONNRESET, while nobody knows whether it was taken: it must not be sent again.
 */
const IDLE_MS = 4_000;

/** Connections to send on, kept for the next send until they have idled too long. */
export function keptConnections(idleMs = IDLE_MS): (url: string) => HttpAgent {
  const options = { keepAlive: true, timeout: idleMs };
  const [http, https] = [new HttpAgent(options), new HttpsAgent(options)];
  return (url) => (url.startsWith('https:') ? https : http);
}
