import { isWithinMachine } from '../../src/runtime/loopback';

it.each(['localhost', 'LOCALHOST:3978', '127.0.0.1:3978', '127.8.0.1', '[::1]', '[::1]:3978'])(
  'The loopback check accepts a request whose Host is %s',
  (host) => {
    expect(isWithinMachine({ host })).toBe(true);
  },
);

it.each([
  'evil.example',
  'evil.example:3978',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'localhost@evil.example',
  'evil.example/localhost',
  'localhost/x',
  'localhost?x',
  '10.0.0.5',
  '0.0.0.0',
  '[::]',
  '[',
  '',
])('The loopback check refuses a request whose Host is %j', (host) => {
  expect(isWithinMachine({ host })).toBe(false);
});

it('The loopback check refuses a request without a Host', () => {
  expect(isWithinMachine({})).toBe(false);
});

it.each([
  ['http://localhost:56150', true],
  ['https://127.0.0.1', true],
  ['http://[::1]:3978', true],
  ['http://evil.example', false],
  ['http://localhost.evil.example', false],
  ['null', false],
  ['', false],
  ['file://', false],
])('The loopback check gives for the Origin %j: %s', (origin, isTaken) => {
  expect(isWithinMachine({ host: 'localhost', origin })).toBe(isTaken);
});
