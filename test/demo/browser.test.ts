import { browserCommand } from '../../scripts/demo/browser';

const URL = 'http://127.0.0.1:56150';

describe('The browser', () => {
  it.each<[NodeJS.Platform, Record<string, string>, string]>([
    ['darwin', {}, `open ${URL}`],
    ['win32', {}, `rundll32 url.dll,FileProtocolHandler ${URL}`],
    ['linux', { DISPLAY: ':0' }, `xdg-open ${URL}`],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, `xdg-open ${URL}`],
  ])('is opened on %s with %j', (platform, env, expected) => {
    const command = browserCommand(platform, env, URL);
    expect([command?.file, ...(command?.args ?? [])].join(' ')).toBe(expected);
  });

  it.each<[NodeJS.Platform, Record<string, string>]>([
    ['linux', {}],
    ['linux', { DISPLAY: '' }],
    ['linux', { DISPLAY: ':0', CI: 'true' }],
    ['darwin', { CI: '1' }],
    ['win32', { BROWSER: 'none' }],
  ])('is not opened on %s with %j', (platform, env) => {
    expect(browserCommand(platform, env, URL)).toBeUndefined();
  });
});
