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

it('logs the first of each kind in a minute, and the number of the others when it is over', () => {
  const { logged, rejections, first, minute } = started();
  for (let n = 0; n < 2_000; n += 1) {
    rejections('token', first('a token'));
    rejections('api-key', first('a key'));
  }
  expect(logged).toEqual(['a token', 'a key']);
  minute();
  expect(logged.slice(2)).toEqual([
    ['More of the same within a minute', { kind: 'token', count: 1_999 }],
    ['More of the same within a minute', { kind: 'api-key', count: 1_999 }],
  ]);
});

it('says no number where one stood alone, and begins anew after the minute', () => {
  const { logged, rejections, first, minute, due } = started();
  rejections('body', first('one'));
  minute();
  rejections('body', first('two'));
  expect(logged).toEqual(['one', 'two']);
  expect(due).toHaveLength(1);
});

it('logs the numbers of the minute that is not over when the process stops, and once', () => {
  const { logged, rejections, first, minute } = started();
  for (let n = 0; n < 3; n += 1) rejections('token', first('a token'));
  rejections('body', first('a body'));
  rejections.flush();
  minute();
  rejections.flush();
  expect(logged).toEqual([
    'a token',
    'a body',
    ['More of the same within a minute', { kind: 'token', count: 2 }],
  ]);
});
