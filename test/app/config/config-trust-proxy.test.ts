import { readConfig } from '../../../src/app/config/config';

const read = (text: string): unknown => {
  const result = readConfig({ TRUST_PROXY: text });
  return result.ok ? result.config.trustProxy : result.faults;
};

it('trusts no proxy unless it is told to', () => {
  expect(read('')).toBeUndefined();
});

it('takes the number of proxies before the server', () => {
  expect(read('1')).toBe(1);
  expect(read(' 2 ')).toBe(2);
});

it('takes the addresses and networks of the proxies', () => {
  expect(read('10.0.0.5')).toEqual(['10.0.0.5']);
  expect(read('10.0.0.5, 10.1.0.0/16 fd00::/8,::1')).toEqual(['10.0.0.5', '10.1.0.0/16', 'fd00::/8', '::1']);
});

it.each([
  '0',
  '-1',
  '10',
  '1.5',
  'yes',
  'loopback',
  ',',
  '10.0.0.0/0',
  '10.0.0.0/33',
  '10.0.0.256',
  '0x7f.1',
  'proxy.example.mil',
  '10.0.0.1;10.0.0.2',
  '*',
])('refuses %j, and says what would do', (text) => {
  expect(read(text)).toEqual([
    expect.stringMatching(/^TRUST_PROXY must be the number of proxies .* 10\.1\.0\.0\/16\.$/),
  ]);
});
