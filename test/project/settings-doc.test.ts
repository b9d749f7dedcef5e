import { SETTINGS } from '../../src/app/config/settings';

it('says of every setting what it is for', () => {
  const silent = Object.entries(SETTINGS.shape).filter(([, setting]) => (setting.description ?? '') === '');
  expect(silent.map(([name]) => name)).toEqual([]);
});
