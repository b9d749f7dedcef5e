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
        path: '^src/(teams|web|storage|features|cards|app)',
        pathNot: '^src/cards/shared/(card-value|refusal-text)',
      },
    },
    {
      name: 'features-know-no-technology',
      severity: 'error',
      from: { path: '^src/features' },
      to: { path: ['^src/(teams|web|storage|app)', sdk, '^node_modules/(mongodb|libsql)'] },
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
      to: { path: '^src/(teams|web|storage|features|commands|app)' },
    },
    {
      name: 'alerts-know-no-technology',
      severity: 'error',
      from: { path: '^src/notifications' },
      to: { path: ['^src/(teams|features|app/(compose|index))', sdk, '^node_modules/(mongodb|libsql)'] },
    },
    {
      name: 'observed-know-no-observer',
      severity: 'error',
      comment: 'Only who joins the parts wraps them; prom-client stays in one folder.',
      from: { path: '^src', pathNot: '^src/(observability|app)' },
      to: { path: ['^src/observability', '^node_modules/prom-client'] },
    },
    {
      name: 'metrics-know-no-technology',
      severity: 'error',
      from: { path: '^src/metrics' },
      to: { path: ['^src/(teams|web|features|cards|app)', sdk, '^node_modules/(mongodb|libsql)'] },
    },
    {
      name: 'charts-know-the-domain',
      severity: 'error',
      comment: 'Cards, pages and reports draw with them; the rasteriser stays in one folder.',
      from: { path: '^src/charts' },
      to: { path: '^src', pathNot: '^src/(charts|domain|ports|app/logger)' },
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
      from: { path: '^src', pathNot: '^src/(teams|web)' },
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
      from: { path: '^src', pathNot: '^src/notifications/mail' },
      to: { path: '^node_modules/nodemailer' },
    },
    {
      name: 'storage-knows-no-bot',
      severity: 'error',
      from: { path: '^src/storage' },
      to: { path: '^src/(teams|web|features|commands|cards|notifications|app)' },
    },
    {
      name: 'the-demo-is-no-part-of-the-product',
      severity: 'error',
      from: { path: '^src' },
      to: { path: ['^(scripts|test|bench)/', '^node_modules/(smtp-server|mailparser)'] },
    },
    {
      name: 'runtime-knows-ports',
      severity: 'error',
      from: { path: '^src/runtime' },
      to: { path: '^src', pathNot: '^src/(runtime|ports)' },
    },
    {
      name: 'only-the-app-knows-all',
      severity: 'error',
      from: { path: '^src', pathNot: '^src/app' },
      to: { path: '^src/app/(compose|index)' },
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
