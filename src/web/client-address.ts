import ipaddr from 'ipaddr.js';
import proxyAddr from 'proxy-addr';
import type { Request } from 'restify';
import type { TrustedProxies } from '../app/config/config-trust-proxy';

// Some proxies add the port from which the client called, another one each time.
const WITH_PORT = /^(?:\[([^\]]+)\]|([\d.]+)):\d+$/;

/** The address as one text: IPv4 within IPv6 is IPv4, and of IPv6 the network counts, which one client has whole. */
function nameOf(address: string): string | undefined {
  const [, six, four] = WITH_PORT.exec(address) ?? [];
  const plain = six ?? four ?? address;
  if (!ipaddr.isValid(plain)) return undefined;
  const parsed = ipaddr.process(plain);
  return 'parts' in parsed
    ? `${parsed.parts
        .slice(0, 4)
        .map((part) => part.toString(16))
        .join(':')}::/64`
    : parsed.toString();
}

/**
 * The client's address: that of the connection, or the one that trusted proxies say they were called from.
 * IPv6 addresses of one /64 network are one client.
 */
export function clientAddress(trust: TrustedProxies | undefined): (req: Request) => string {
  const trusts =
    typeof trust === 'object'
      ? proxyAddr.compile([...trust])
      : (_address: string, hop: number) => hop < (trust ?? 0);
  return (req) => nameOf(proxyAddr(req, trusts)) ?? nameOf(req.socket.remoteAddress ?? '') ?? '';
}
