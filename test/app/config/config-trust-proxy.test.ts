import { readConfig } from '../../../src/app/config/config';

const read = (text: string): unknown => {
  const result = readConfig({ TRUST_PROXY: text });
  return result.ok ? result.config.trustProxy : result.faults;
};

it('The settings trust no proxy by default', () => {
  expect(read('')).toBeUndefined();
});

it('The settings accept the number of proxies in front of the server', () => {
  expect(read('1')).toBe(1);
  expect(read(' 2 ')).toBe(2);
});

it('The settings accept the addresses and networks of the proxies', () => {
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
])('The settings refuse %j as the proxies, and say what would be accepted', (text) => {
  expect(read(text)).toEqual([
    expect.stringMatching(/^TRUST_PROXY must be the number of proxies .* 10\.1\.0\.0\/16\.$/),
  ]);
});
