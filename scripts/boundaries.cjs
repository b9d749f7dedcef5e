// What each folder of src may import; everything else is rejected by `npm run boundaries`. `npm:` names packages, `node`
// the modules of Node. A folder may import itself, but a feature no other feature. test/project/boundaries.test.ts plants
// every import that is not listed.
const ALLOWED = {
  domain: ['npm:luxon', 'npm:zod'],
  ports: ['domain', 'cards/shared', 'charts', 'node'],
  records: ['domain', 'ports', 'runtime'],
  runtime: ['ports', 'domain/kernel', 'node'],
  charts: ['domain', 'ports', 'runtime', 'node', 'npm:@resvg/resvg-js', 'npm:@expo-google-fonts'],
  cards: ['domain', 'ports', 'charts', 'runtime', 'node', 'npm:adaptivecards-templating', 'npm:luxon'],
  commands: [
    ...['domain', 'ports', 'records', 'runtime', 'cards/shared', 'node'],
    ...['npm:zod', 'npm:fastest-levenshtein'],
  ],
  features: [
    'domain',
    'ports',
    'records',
    'runtime',
    'commands',
    'cards',
    'charts',
    'node',
    'npm:zod',
    'npm:luxon',
  ],
  metrics: ['domain', 'ports', 'runtime', 'storage', 'node', 'npm:zod'],
  plans: ['domain', 'ports', 'records', 'runtime', 'storage', 'npm:zod'],
  reports: ['domain', 'ports', 'records', 'runtime', 'metrics', 'storage', 'web', 'node'],
  storage: [
    ...['domain', 'ports', 'runtime', 'node'],
    ...['npm:libsql', 'npm:mongodb', 'npm:luxon', 'npm:zod'],
  ],
  notifications: [
    ...['domain', 'ports', 'records', 'runtime', 'storage', 'cards/shared', 'app/config', 'node'],
    ...['npm:nodemailer', 'npm:zod'],
  ],
  observability: ['domain', 'ports', 'runtime', 'storage', 'notifications', 'node', 'npm:prom-client'],
  teams: [
    ...['domain', 'ports', 'runtime', 'commands', 'cards', 'app/config', 'node'],
    ...['npm:botbuilder', 'npm:botframework-connector', 'npm:@microsoft/teams-ai'],
    ...['npm:htmlparser2', 'npm:lru-cache'],
  ],
  web: [
    ...[
      'domain',
      'ports',
      'records',
      'runtime',
      'teams',
      'commands',
      'cards',
      'charts',
      'app/config',
      'node',
    ],
    ...['npm:restify', 'npm:botbuilder', 'npm:proxy-addr', 'npm:ipaddr.js'],
  ],
  app: [
    ...[
      'domain',
      'ports',
      'records',
      'runtime',
      'charts',
      'cards',
      'commands',
      'features',
      'metrics',
      'plans',
    ],
    ...['reports', 'storage', 'notifications', 'observability', 'teams', 'web', 'node'],
    ...['npm:pino', 'npm:zod', 'npm:proxy-addr'],
  ],
};

module.exports = { ALLOWED };
