import { createServer } from 'node:net';
import type { DemoSettings } from './settings';

/** Those of the ports that another program holds, in the order given. */
export async function takenPorts(ports: readonly number[]): Promise<readonly number[]> {
  const free = await Promise.all(ports.map(isFree));
  return ports.filter((_, index) => free[index] === false);
}

/** Free on this machine's own address and on all of them: some systems let the two be held by different programs. */
async function isFree(port: number): Promise<boolean> {
  return (await canListen(port, '127.0.0.1')) && (await canListen(port));
}

function canListen(port: number, host?: string): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen({ port, exclusive: true, ...(host === undefined ? {} : { host }) }, () => {
      server.close(() => resolve(true));
    });
  });
}

/** All that the demo listens on at ports of its own choice. */
export const portsOf = ({ botPort, playgroundPorts, mailboxPort }: DemoSettings): readonly number[] => [
  botPort,
  ...playgroundPorts,
  mailboxPort,
];

/** Says which ports are taken, and how to choose others. */
export function takenText(
  taken: readonly number[],
  settings: DemoSettings,
  command: 'npm start' | 'npm run demo',
): readonly string[] {
  const [base = 0] = settings.playgroundPorts;
  const room = Math.max(...settings.playgroundPorts) - base;
  const fast = settings.fast ? ' --fast' : '';
  const flags = [
    ...(taken.includes(settings.botPort) ? [`--port ${other(settings.botPort, 0)}`] : []),
    ...([...settings.playgroundPorts, settings.mailboxPort].some((port) => taken.includes(port))
      ? [`--playground-port ${other(base, room)}`]
      : []),
  ];
  return [
    ...taken.map((port) => `Port ${port} is in use by another program${whose(port, settings)}.`),
    'Perhaps a demo runs already: look for its window and stop it with Ctrl-C.',
    `Or choose other ports: ${command} --${fast} ${flags.join(' ')}`,
  ];
}

function whose(port: number, { botPort, mailboxPort }: DemoSettings): string {
  if (port === botPort) return '; the bot needs it';
  return port === mailboxPort ? '; the customer’s mailbox needs it' : '; a chat window needs it';
}

/** Another port to propose: a thousand higher, or lower where there is no room. */
const other = (port: number, room: number): number =>
  port + 1000 + room <= 65535 ? port + 1000 : port - 1000;
