/** Whether a host name or address reaches this machine alone. */
export function isLoopback(host: string): boolean {
  const name = host.toLowerCase().replace(/^\[|\]$/g, '');
  return name === 'localhost' || name === '::1' || /^127(?:\.\d{1,3}){3}$/.test(name);
}

/**
 * Whether a request is to this machine by name, and from a page of it or from no page. A site elsewhere whose name leads
 * to loopback (DNS rebinding) has its own name in `Host`, and a page elsewhere that calls loopback has it in `Origin`.
 */
export function isWithinMachine({
  host,
  origin,
}: {
  readonly host?: string | undefined;
  readonly origin?: string | undefined;
}): boolean {
  return (
    host !== undefined && isLoopbackAt(`http://${host}`) && (origin === undefined || isLoopbackAt(origin))
  );
}

/** Whether it is the origin of a loopback name: scheme, name and port, and nothing else. */
function isLoopbackAt(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password, pathname, search, hash } = new URL(text);
  const isBare = username === '' && password === '' && search === '' && hash === '' && pathname === '/';
  return isBare && (protocol === 'http:' || protocol === 'https:') && isLoopback(hostname);
}
