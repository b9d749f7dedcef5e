import { greetingOf } from '../../../../src/domain/cases/messages/greeting';

it.each(['Dana Smith', 'TSgt Dana Whitfield', 'José Núñez Jr.', 'Dana O’Neil (G-4)', '渡辺 直美'])(
  'A greeting uses the name %s',
  (name) => {
    expect(greetingOf({ name })).toBe(`Dear ${name},`);
  },
);

it.each([
  '',
  '   ',
  '-',
  '\u202e',
  '+1 804 555 0100',
  'dana@example.mil',
  'https://evil.example/x',
  'www.evil.example',
])('A greeting says "customer" when the recorded value isn\'t a name: %j', (name) => {
  expect(greetingOf({ name })).toBe('Dear customer,');
});

it.each([
  ['a line break', 'Dana\r\nBcc: evil.example', 'Dear Dana Bcc: evil.example,'],
  ['a line of its own', 'Dana\n{link}\nSmith', 'Dear Dana {link} Smith,'],
  ['another separator of lines', 'Dana\u2028Smith\u0085x', 'Dear Dana Smith x,'],
  ['a turned direction', 'Dana \u202ehtimS', 'Dear Dana htimS,'],
  ['half a character', 'Dana \ud800Smith', 'Dear Dana Smith,'],
  ['a comma at its end', ' Dana Smith , ', 'Dear Dana Smith,'],
  ['signs of HTML', '<b>Dana</b> & "Co"', 'Dear <b>Dana</b> & "Co",'],
])('A greeting stays on one line with %s in the name', (_what, name, greeting) => {
  expect(greetingOf({ name })).toBe(greeting);
});
