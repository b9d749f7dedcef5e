import { rejectionLog } from '../../src/runtime/rejection-log';

function started() {
  const logged: unknown[] = [];
  const due: (() => void)[] = [];
  const rejections = rejectionLog(
    { warn: (fields, words) => void logged.push([words, fields]) },
    (ms, run) => {
      expect(ms).toBe(60_000);
      due.push(run);
    },
  );
  const first = (words: string) => () => void logged.push(words);
  const minute = (): void => due.splice(0).forEach((run) => run());
  return { logged, rejections, first, minute, due };
}

it('The rejection log has the first of each kind in a minute, and then the number of the others', () => {
  const { logged, rejections, first, minute } = started();
  for (let n = 0; n < 2_000; n += 1) {
    rejections('token', first('a token'));
    rejections('api-key', first('a key'));
  }
  expect(logged).toEqual(['a token', 'a key']);
  minute();
  expect(logged.slice(2)).toEqual([
    ['The same message was logged again within a minute', { kind: 'token', count: 1_999 }],
    ['The same message was logged again within a minute', { kind: 'api-key', count: 1_999 }],
  ]);
});

it('The rejection log has no number for a single rejection, and starts over after the minute', () => {
  const { logged, rejections, first, minute, due } = started();
  rejections('body', first('one'));
  minute();
  rejections('body', first('two'));
  expect(logged).toEqual(['one', 'two']);
  expect(due).toHaveLength(1);
});

it('The rejection log has the numbers of an unfinished minute once when the process stops', () => {
  const { logged, rejections, first, minute } = started();
  for (let n = 0; n < 3; n += 1) rejections('token', first('a token'));
  rejections('body', first('a body'));
  rejections.flush();
  minute();
  rejections.flush();
  expect(logged).toEqual([
    'a token',
    'a body',
    ['The same message was logged again within a minute', { kind: 'token', count: 2 }],
  ]);
});
