import { isLoopback } from '../loopback';

/**
 * `PUBLIC_URL`, the address at which customers reach this server's pages, without the slash at its end; undefined where
 * it is not set. Only https, but for this machine itself.
 */
export function publicUrlOf(text: string | undefined, faults: string[]): string | undefined {
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  const isBare = url?.username === '' && url.password === '' && !/[?#]/u.test(text);
  if (url === undefined || !isSafe || !isBare) {
    faults.push(
      'PUBLIC_URL must be the https address under which customers reach this server, like https://cases.example.mil, without user, query or fragment; http only on this machine.',
    );
    return undefined;
  }
  return url.href.replace(/\/+$/u, '');
}
