// The arrows of the house: what may import what. `npm run boundaries` holds them.
const sdk = '^node_modules/(botbuilder|botframework|@microsoft/teams-ai|restify)';
module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: { path: '^src' }, to: { circular: true } },
    {
      name: 'domain-is-pure',
      severity: 'error',
      comment: 'The domain knows the domain, luxon and zod alone.',
      from: { path: '^src/domain' },
      to: { pathNot: '^(src/domain|node_modules/(luxon|@types/luxon|zod))' },
    },
    {
      name: 'commands-know-no-technology',
      severity: 'error',
      from: { path: '^src/commands' },
      comment: 'Of the cards they know the values, and the words of a refusal that goes back into its form.',
      to: {
        path: '^src/(bot|storage|features|cards|compose|index)',
        pathNot: '^src/cards/(card-value|refusal-text)',
      },
    },
    {
      name: 'features-know-no-technology',
      severity: 'error',
      from: { path: '^src/features' },
      to: { path: ['^src/(bot|storage|compose|index|demo)', sdk, '^node_modules/(mongodb|libsql)'] },
    },
    {
      name: 'features-stand-alone',
      severity: 'error',
      from: { path: '^src/features/([^/]+)/' },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'cards-know-the-domain',
      severity: 'error',
      from: { path: '^src/cards' },
      to: { path: '^src/(bot|storage|features|commands|compose|index|demo)' },
    },
    {
      name: 'alerts-know-no-technology',
      severity: 'error',
      from: { path: '^src/alerts' },
      to: { path: ['^src/(bot|features|compose|index|demo)', sdk, '^node_modules/(mongodb|libsql)'] },
    },
    {
      name: 'observed-know-no-observer',
      severity: 'error',
      comment: 'Only who joins the parts wraps them; prom-client stays in one folder.',
      from: { path: '^src', pathNot: '^src/(observe|compose|house|index)' },
      to: { path: ['^src/observe', '^node_modules/prom-client'] },
    },
    {
      name: 'metrics-know-no-technology',
      severity: 'error',
      from: { path: '^src/metrics' },
      to: { path: ['^src/(bot|features|cards|compose|index|demo)', sdk, '^node_modules/(mongodb|libsql)'] },
    },
    {
      name: 'charts-know-the-domain',
      severity: 'error',
      comment: 'Cards, pages and reports draw with them; the rasteriser stays in one folder.',
      from: { path: '^src/charts' },
      to: { path: '^src', pathNot: '^src/(charts|domain|ports|logger)' },
    },
    {
      name: 'rasteriser-in-charts-only',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/charts' },
      to: { path: '^node_modules/@resvg' },
    },
    {
      name: 'sdk-in-bot-only',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/bot' },
      to: { path: sdk },
    },
    {
      name: 'engines-in-storage-only',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/storage' },
      to: { path: '^node_modules/(mongodb|libsql)' },
    },
    {
      name: 'smtp-in-mail-only',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/mail' },
      to: { path: '^node_modules/nodemailer' },
    },
    {
      name: 'mail-knows-ports-and-domain',
      severity: 'error',
      from: { path: '^src/mail' },
      to: { path: '^src', pathNot: '^src/(mail|config|ports|domain)' },
    },
    {
      name: 'storage-knows-no-bot',
      severity: 'error',
      from: { path: '^src/storage' },
      to: { path: '^src/(bot|features|commands|cards|alerts|compose|index|demo)' },
    },
    {
      name: 'the-agency-stays-in-the-demo',
      severity: 'error',
      comment:
        'Invented cases are filled in by a program of its own, and nothing that serves a site knows of them.',
      from: { path: '^src', pathNot: '^src/demo' },
      to: { path: '^src/demo/agency' },
    },
    {
      name: 'mail-is-taken-in-the-demo-only',
      severity: 'error',
      comment: 'The mail server of the demo is no part of what serves a site.',
      from: { path: '^src', pathNot: '^src/demo' },
      to: { path: ['^src/demo/mailbox', '^node_modules/(smtp-server|mailparser)'] },
    },
    {
      name: 'runtime-knows-ports',
      severity: 'error',
      from: { path: '^src/runtime' },
      to: { path: '^src', pathNot: '^src/(runtime|ports)' },
    },
    {
      name: 'only-compose-knows-all',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/(index|demo/)' },
      to: { path: '^src/compose' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
    },
  },
};
