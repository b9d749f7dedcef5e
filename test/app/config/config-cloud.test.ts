import { readConfig } from '../../../src/app/config/config';

const BOT = {
  BOT_ID: '11111111-2222-4333-8444-555555555555',
  BOT_PASSWORD: 'p4ssw0rd-of-the-bot',
  BOT_TENANT_ID: '66666666-7777-4888-9999-000000000000',
};

it("The settings use the public cloud if the bot's cloud is not named", () => {
  expect(readConfig(BOT)).toMatchObject({ ok: true, config: { cloud: 'public' } });
});

it.each([
  ['public', 'public'],
  ['gcch', 'gcch'],
  ['DoD', 'dod'],
  [' china ', 'china'],
])('The settings accept %j for the cloud %s', (given, cloud) => {
  expect(readConfig({ ...BOT, CLOUD: given })).toMatchObject({ ok: true, config: { cloud } });
});

it.each(['gcc', 'USGov', 'constructor', '*'])(
  'The settings refuse %j as the cloud, and name the valid ones',
  (given) => {
    expect(readConfig({ ...BOT, CLOUD: given })).toEqual({
      ok: false,
      faults: ['CLOUD must be one of public, gcch, dod, china.'],
    });
  },
);

it('The settings refuse a cloud without the bot that is registered there', () => {
  expect(readConfig({ CLOUD: 'gcch' })).toEqual({
    ok: false,
    faults: ['CLOUD is set without BOT_ID; set both or neither.'],
  });
  expect(readConfig({})).toMatchObject({
    ok: true,
    config: expect.not.objectContaining({ cloud: 'public' }),
  });
});
