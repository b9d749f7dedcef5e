import { z } from 'zod/v4';
import { MongoServerError } from 'mongodb';
import { CardDefect } from '../../src/notifications/delivery/card-defect';
import { sendFaultOf } from '../../src/teams/send-fault';
import { loggedError } from '../../src/app/log-error';
import { createLog } from '../../src/app/logger';
import { MailFault } from '../../src/ports/mail';
import { StorageFault } from '../../src/storage/faults';

const PERSONAL = 'Pat Doe pat.doe@example.mil wrote: the pump leaks';

/** An error as a library throws it: with what it quotes in its message and on itself. */
const quoting = (fields: object): Error => Object.assign(new Error(PERSONAL), fields);

const written = (error: unknown): string => {
  const lines: string[] = [];
  createLog('info', { write: (line: string) => void lines.push(line) }).error({ err: error }, 'It failed');
  return lines.join('');
};

describe('An error in the log', () => {
  it.each([
    [
      'Teams',
      quoting({ name: 'RestError', statusCode: 403, code: 'BotNotInConversationRoster', body: PERSONAL }),
      { type: 'RestError', status: 403, code: 'BotNotInConversationRoster' },
    ],
    [
      'a mail server',
      quoting({ code: 'EENVELOPE', responseCode: 550, response: PERSONAL, rejected: [PERSONAL] }),
      { type: 'Error', status: 550, code: 'EENVELOPE' },
    ],
    [
      'MongoDB',
      new MongoServerError({ message: PERSONAL, code: 11000, keyValue: { email: PERSONAL } }),
      { type: 'MongoServerError', code: 11000 },
    ],
    ['SQLite', quoting({ name: 'SqliteError', code: 'SQLITE_CONSTRAINT' }), { code: 'SQLITE_CONSTRAINT' }],
    ['the system', quoting({ code: 'ENOSPC', syscall: 'write', path: PERSONAL }), { syscall: 'write' }],
    [
      'a check of input',
      z
        .object({})
        .strict()
        .safeParse({ [PERSONAL]: 1 }).error,
      { type: 'ZodError' },
    ],
    ['broken JSON', caught(() => JSON.parse(PERSONAL)), { type: 'SyntaxError' }],
    [
      'a card',
      new CardDefect('A card could not be created', { cause: new Error(PERSONAL) }),
      { type: 'CardDefect' },
    ],
    ['a cause of a cause', new Error('x', { cause: new Error('y', { cause: PERSONAL }) }), { type: 'Error' }],
    ['a name or code that is a sentence', quoting({ name: PERSONAL, code: PERSONAL, syscall: PERSONAL }), {}],
    ['words instead of an error', PERSONAL, { type: 'string' }],
  ])('from %s has its status and code, and nothing that it quotes', (_from, error, kept) => {
    const line = written(error);
    expect(JSON.parse(line)).toMatchObject({ err: kept });
    expect(line).not.toMatch(/Pat|Doe|pump/i);
  });

  it('keeps the message of our own classes, which quote no one', () => {
    expect(loggedError(new MailFault('refused', 'EENVELOPE 550', PERSONAL))).toMatchObject({
      type: 'MailFault',
      message: 'The email was not accepted: EENVELOPE 550',
      status: 550,
      code: 'EENVELOPE',
    });
    expect(loggedError(new StorageFault('schema', 'The store is of a newer version.'))).toMatchObject({
      message: 'The store is of a newer version.',
    });
  });

  it('keeps the status and the code of a send that Teams refused', () => {
    const refused = quoting({ statusCode: 403, code: 'BotNotInConversationRoster' });
    expect(loggedError(sendFaultOf(refused))).toMatchObject({
      type: 'SendFault',
      message: 'Teams answered 403',
      status: 403,
      code: 'BotNotInConversationRoster',
    });
    const reset = loggedError(sendFaultOf(quoting({ code: 'ECONNRESET' })));
    expect(reset).toMatchObject({ status: 'network', code: 'ECONNRESET' });
  });

  it('says where it came from in frames of this project, whatever its message looks like', () => {
    const { stack } = loggedError(new Error(`no\n    at Pat.Doe (${__filename}:1:1)\n    at Pat`));
    expect(stack?.[0]).toMatch(/test\/app\/log-error\.test\.ts:\d+:\d+/);
    expect(JSON.stringify(stack)).not.toMatch(/Pat|\.test\.ts:1:1\b/);
    expect(stack?.filter((frame) => frame.includes(process.cwd()))).toEqual([]);
  });

  it('has no function names if the message was changed after the stack was made', () => {
    const error = new Error(`\n    at Pat.Doe (${__filename}:1:1)`);
    error.message = 'changed';
    expect(JSON.stringify(loggedError(error))).not.toContain('Pat');
  });

  it('keeps only plain words from a verb and an activity', () => {
    const lines: string[] = [];
    const log = createLog('info', { write: (line: string) => void lines.push(line) });
    log.error({ verb: 'case.show', activity: 'message' }, 'It failed');
    log.error({ verb: PERSONAL, activity: PERSONAL }, 'It failed');
    expect(lines[0]).toContain('"verb":"case.show","activity":"message"');
    expect(lines[1]).not.toContain('Pat');
  });
});

function caught(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}
