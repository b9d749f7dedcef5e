import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { nobodyAt } from './connector';
import type { MailSettings } from '../../src/app/config/config';

/** An e-mail as the server took it, its encodings undone. */
export interface TakenMail {
  readonly from: string;
  readonly to: readonly string[];
  readonly headers: ReadonlyMap<string, string>;
  readonly text: string;
  readonly user?: string;
}

/** A no of the server, at one of its steps. */
interface Answers {
  /** The answer to a recipient; nothing accepts it. */
  recipient?: (address: string) => { readonly code: number; readonly text: string } | undefined;
  sender?: { readonly code: number; readonly text: string };
  message?: { readonly code: number; readonly text: string };
  /** Asks for this password. */
  password?: string;
}

const FROM = { name: 'Casekeeper', address: 'cases@agency.example.mil' };

/** Settings for a server on loopback. */
export const settingsFor = (port: number, change: Partial<MailSettings> = {}): MailSettings => ({
  host: '127.0.0.1',
  port,
  secure: false,
  requireTls: false,
  from: FROM,
  ...change,
});

const bytes = (quoted: string): Buffer =>
  Buffer.from(
    quoted.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    'latin1',
  );

const word = (encoded: string): string =>
  encoded
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, what: string) =>
      (how.toUpperCase() === 'B' ? Buffer.from(what, 'base64') : bytes(what.replaceAll('_', ' '))).toString(
        'utf8',
      ),
    );

function read(raw: string): Pick<TakenMail, 'headers' | 'text'> {
  const split = raw.indexOf('\r\n\r\n');
  const lines = raw
    .slice(0, split)
    .replace(/\r\n[ \t]+/g, ' ')
    .split('\r\n');
  const headers = new Map(
    lines.map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon).toLowerCase(), word(line.slice(colon + 1).trim())];
    }),
  );
  const body = raw.slice(split + 4);
  const encoding = headers.get('content-transfer-encoding');
  const plain =
    encoding === 'base64'
      ? Buffer.from(body, 'base64').toString('utf8')
      : encoding === 'quoted-printable'
        ? bytes(body.replace(/=\r\n/g, '')).toString('utf8')
        : body;
  return { headers, text: plain.replaceAll('\r\n', '\n').trimEnd() };
}

const no = ({ code, text }: { code: number; text: string }): Error =>
  Object.assign(new Error(text), { responseCode: code });

/** A real SMTP server on loopback. */
export async function startMailServer(answers: Answers = {}) {
  const taken: TakenMail[] = [];
  const server = new SMTPServer({
    hideSTARTTLS: true,
    authOptional: answers.password === undefined,
    allowInsecureAuth: true,
    logger: false,
    onAuth: ({ username, password }, _session, done) =>
      password === answers.password
        ? done(null, { user: username ?? '' })
        : done(no({ code: 535, text: 'Authentication failed' })),
    onMailFrom: (_address, _session, done) => done(answers.sender === undefined ? null : no(answers.sender)),
    onRcptTo: ({ address }, _session, done) => {
      const refused = answers.recipient?.(address);
      done(refused === undefined ? null : no(refused));
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (answers.message !== undefined) {
          done(no(answers.message));
          return;
        }
        const { mailFrom, rcptTo } = session.envelope;
        const raw = Buffer.concat(parts).toString('latin1');
        taken.push({
          from: mailFrom === false ? '' : mailFrom.address,
          to: rcptTo.map(({ address }) => address),
          ...read(raw),
          ...(typeof session.user === 'string' ? { user: session.user } : {}),
        });
        done();
      });
    },
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    port,
    taken,
    answers,
    /** Resolves when nobody is connected any more: what a process that ended had handed over is in `taken` then. */
    alone: () => nobodyAt(server.server),
    close: () => new Promise<void>((resolve) => server.close(resolve)),
  };
}

/** A server that speaks SMTP badly: `speak` has its socket at once, and each line that the client says. */
export async function startBadServer(speak: (socket: Socket, line: string | undefined) => void) {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      for (const line of data.toString('latin1').split('\r\n')) if (line !== '') speak(socket, line);
    });
    speak(socket, undefined);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
