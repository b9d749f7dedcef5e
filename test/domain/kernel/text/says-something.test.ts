import { saysSomething, tellsCustomer } from '../../../../src/domain/kernel/text/says-something';

describe('A required text (ES-11)', () => {
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
    ...['0', '12', 'ok 5', 'OK thanks', 'will do', 'later', 'soon', 'no idea', 'Got it, thank you'],
  ])('is refused because it says nothing: %j', (text) => {
    expect(saysSomething(text)).toBe(false);
  });

  it.each([
    ...[
      'Verified, nothing found',
      'released',
      'FedMall',
      'EBS',
      '12 on hand',
      '120',
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
  ])('is accepted because it says something: %j', (text) => {
    expect(saysSomething(text)).toBe(true);
  });
});

describe('A text to the customer (CK-1, CK-2, CL-3)', () => {
  it.each([
    ...[
      'send it',
      'asap',
      'force',
      '--force',
      'close it now please',
      'urgent!',
      'go',
      'Send the final resolution',
    ],
    ...['ok', '👍', 'closed', 'Case closed.', 'just send it again', '5'],
  ])('is refused because it says nothing: %j', (text) => {
    expect(tellsCustomer(text)).toBe(false);
  });

  it.each([
    'It ships.',
    'ships friday',
    'Awarded',
    'call us',
    'Send it back to Susquehanna',
    'PO 123',
    'нет',
  ])('is accepted because it says something: %j', (text) => {
    expect(tellsCustomer(text)).toBe(true);
  });
});
