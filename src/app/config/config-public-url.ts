import { isLoopback } from '../../runtime/loopback';
import { setting } from './setting';

/**
 * `PUBLIC_URL`, the address at which customers reach this server's pages, without the slash at its end. Only https, but
 * for this machine itself.
 */
export const publicUrl = setting((text) => {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  const isBare = url?.username === '' && url.password === '' && !/[?#]/u.test(text);
  return isSafe && isBare ? url.href.replace(/\/+$/u, '') : undefined;
}, 'must be the https address under which customers reach this server, like https://cases.example.mil, without user, query or fragment; http only on this machine.');
