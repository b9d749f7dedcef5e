import { createLog } from '../../src/app/logger';
import { faultReference } from '../../src/runtime/fault-reference';

function logOf(level: 'debug' | 'info' | 'silent') {
  const lines: string[] = [];
  return { log: createLog(level, { write: (line: string) => void lines.push(line) }), lines };
}

it('The logger writes one JSON line per entry', () => {
  const { log, lines } = logOf('info');
  log.info({ port: 3978 }, 'Listening');
  expect(lines).toHaveLength(1);
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'info', port: 3978, msg: 'Listening' });
});

it('The logger writes nothing below its level', () => {
  const { log, lines } = logOf('info');
  log.debug({}, 'detail');
  expect(lines).toEqual([]);
});

it('The logger leaves out secrets and personal text', () => {
  const { log, lines } = logOf('info');
  log.info(
    {
      password: 'hidden-1',
      settings: { token: 'hidden-2' },
      a: { b: { email: 'hidden-3' } },
      mongoUri: 'hidden-4',
    },
    'Started',
  );
  expect(lines.join('')).not.toMatch(/hidden/);
});

it('The logger writes the kind, status, and stack of an error, and nothing that the SDK attached to it', () => {
  const { log, lines } = logOf('info');
  const error = Object.assign(new Error('failed'), {
    statusCode: 502,
    request: { headers: { authorization: 'Bearer hidden' } },
  });
  log.error({ err: error, reference: '7F3K' }, 'A turn failed');
  const entry = JSON.parse(lines[0]!);
  expect(entry).toMatchObject({ reference: '7F3K', err: { type: 'Error', status: 502 } });
  expect(lines[0]).not.toContain('hidden');
});

it('The logger makes references that can be read out over the phone', () => {
  for (let i = 0; i < 200; i += 1) expect(faultReference()).toMatch(/^[2-9A-HJ-NP-Z]{4}$/);
});
