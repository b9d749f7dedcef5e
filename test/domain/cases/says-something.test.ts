import { saysSomething } from '../../../src/domain/cases/says-something';

describe('a text that has to say something (ES-11)', () => {
  it.each([
    ...[
      'x',
      'X.',
      'ok',
      'OK!',
      'Okay',
      'yes',
      'done.',
      'n/a',
      'N.A.',
      '-',
      '.',
      '…',
      '?',
      '👍',
      'test',
      'checked',
    ],
    ...[
      'xxx',
      'aaaa',
      'asdf',
      'tbd',
      'see above',
      'I checked it, all ok',
      'Not applicable',
      'o\u200bk',
      'ｏｋ',
      'none',
    ],
    ...['ok\nok', 'Checked and verified', 'no', ''],
  ])('says nothing: %j', (text) => {
    expect(saysSomething(text)).toBe(false);
  });

  it.each([
    ...[
      'Verified, nothing found',
      'released',
      'FedMall',
      'EBS',
      '12',
      '0',
      '11/24',
      'none open',
      'not found',
    ],
    ...[
      'Checked DSS',
      'ok, ships Friday',
      'There is no test lab',
      'PR',
      'kein Bestand',
      'нет на складе',
      '没有库存',
    ],
  ])('says something: %j', (text) => {
    expect(saysSomething(text)).toBe(true);
  });
});
