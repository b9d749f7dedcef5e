import { SETTINGS } from '../../src/app/config/settings';

it('docs/settings.md says what every setting is for', () => {
  const silent = Object.entries(SETTINGS.shape).filter(([, setting]) => (setting.description ?? '') === '');
  expect(silent.map(([name]) => name)).toEqual([]);
});
