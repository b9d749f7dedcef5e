import type { Request } from 'restify';
import { clientAddress } from '../../src/web/client-address';

const from = (remoteAddress: string, forwarded?: string): Request =>
  ({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  }) as unknown as Request;

it('The client address ignores what callers say if no proxy is trusted', () => {
  expect(clientAddress(undefined)(from('10.0.0.1', '203.0.113.9'))).toBe('10.0.0.1');
});

it('The client address goes back as many proxies as are set', () => {
  const forwarded = '192.0.2.66, 203.0.113.9, 10.0.0.2';
  expect(clientAddress(1)(from('10.0.0.1', forwarded))).toBe('10.0.0.2');
  expect(clientAddress(2)(from('10.0.0.1', forwarded))).toBe('203.0.113.9');
});

it('The client address goes back to the first address that is not a trusted proxy', () => {
  const of = clientAddress(['10.0.0.0/8']);
  expect(of(from('10.0.0.1', '192.0.2.66, 203.0.113.9, 10.0.0.2'))).toBe('203.0.113.9');
  expect(of(from('198.51.100.1', '203.0.113.9'))).toBe('198.51.100.1');
});

it('The client address is the same whatever port a proxy adds and however the address is written', () => {
  const of = clientAddress(1);
  expect(of(from('10.0.0.1', '203.0.113.9:50123'))).toBe('203.0.113.9');
  expect(of(from('10.0.0.1', '::ffff:203.0.113.9'))).toBe('203.0.113.9');
  expect(of(from('10.0.0.1', '[2001:db8:1:2::7]:443'))).toBe('2001:db8:1:2::/64');
  expect(of(from('10.0.0.1', '2001:0DB8:0001:0002:ffff::1'))).toBe('2001:db8:1:2::/64');
});

it("The client address is the connection's if a proxy reports something that isn't an address", () => {
  for (const forwarded of ['', 'unknown', '<script>', '999.1.1.1', ',,,'])
    expect(clientAddress(1)(from('10.0.0.1', forwarded))).toBe('10.0.0.1');
});
