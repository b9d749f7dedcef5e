import { compile } from 'proxy-addr';
import { partsOf, setting } from './setting';

/**
 * Whose `X-Forwarded-For` is trusted: this many proxies in a row before this server, or the proxies at these addresses
 * and networks.
 */
export type TrustedProxies = number | readonly string[];

const canCompile = (addresses: string[]): boolean => {
  try {
    compile(addresses);
    return true;
  } catch {
    return false;
  }
};

/** `TRUST_PROXY`; if it is not set, no `X-Forwarded-For` is trusted. */
export const trustProxy = setting((text): TrustedProxies | undefined => {
  if (/^[1-9]$/.test(text)) return Number(text);
  const addresses = partsOf(text);
  // Only as people write addresses: a bare number would be taken for one, and so would hexadecimal parts.
  const isPlain = addresses.every((address) => /[.:]/.test(address) && !/0x/i.test(address));
  return addresses.length > 0 && isPlain && canCompile(addresses) ? addresses : undefined;
}, 'must be the number of proxies before this server, from 1 to 9, or their addresses and networks separated by commas, such as 10.0.0.5, 10.1.0.0/16.');
