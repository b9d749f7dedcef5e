// npm run test:mutation [folder of src/domain ...] [--force]
// Changes each rule in every small way (Stryker), a folder at a time, and asks the example tests that guard the folder
// whether they notice. Says what share of the changes each file's tests noticed, and which they did not; fails where a file
// is below the share that is asked for. `--force` asks again what was noticed before.
import { Stryker } from '@stryker-mutator/core';
import { availableParallelism } from 'node:os';
import { relative } from 'node:path';
import config from '../stryker.config.mjs';

const ASKED = 90;

/** Folders of src/domain with rules, each with the folders of test/domain whose examples guard it. */
const GUARDS = {
  calendar: ['calendar', 'cases/clocks'],
  cases: ['cases', 'kernel'],
  kernel: ['kernel', 'cases'],
  notifications: ['notifications', 'cases/notices'],
  metrics: ['metrics'],
  policy: ['policy'],
};

/** The tables of the policy: figures and words, held by test/domain/policy and docs/policy.md. */
const TABLES = [
  ...['bands', 'checklist-*', 'checklists', 'default-policy', 'escalation-words', 'goals', 'reasons'],
  ...['self-help', 'timeframes'],
].map((name) => `!src/domain/policy/${name}.ts`);

const words = process.argv.slice(2);
const force = words.includes('--force');
const named = words.filter((word) => word !== '--force');
const unknown = named.filter((name) => !(name in GUARDS));
if (unknown.length > 0) {
  console.error(`No rules in: ${unknown.join(', ')}. Name any of: ${Object.keys(GUARDS).join(', ')}.`);
  process.exit(2);
}

const rows = new Map();
const missed = [];
for (const folder of named.length > 0 ? named : Object.keys(GUARDS)) {
  process.env.MUTATION_TESTS = GUARDS[folder].join(',');
  const results = await new Stryker({
    ...config,
    mutate: [`src/domain/${folder}/**/*.ts`, ...TABLES],
    incrementalFile: `build/mutation/${folder}.json`,
    concurrency: availableParallelism(),
    force,
  }).runMutationTest();
  for (const { fileName: path, status, location, mutatorName, replacement } of results) {
    const fileName = relative('.', path);
    const row = rows.get(fileName) ?? { noticed: 0, all: 0 };
    rows.set(fileName, row);
    if (status === 'Ignored' || status === 'RuntimeError' || status === 'CompileError') continue;
    row.all += 1;
    if (status === 'Killed' || status === 'Timeout') row.noticed += 1;
    else
      missed.push(`${fileName}:${location.start.line} ${mutatorName} → ${replacement.replace(/\s+/g, ' ')}`);
  }
}

const shareOf = ({ noticed, all }) => (all === 0 ? 100 : (100 * noticed) / all);
const table = [...rows].filter(([, { all }]) => all > 0).sort(([, a], [, b]) => shareOf(a) - shareOf(b));
console.log(`\nNot noticed:\n${missed.sort().join('\n')}\n`);
for (const [file, row] of table)
  console.log(
    `${shareOf(row).toFixed(0).padStart(4)}%  ${String(row.noticed).padStart(4)} of ${String(row.all).padEnd(4)} ${file}`,
  );
const sum = table.reduce(
  (total, [, { noticed, all }]) => ({ noticed: total.noticed + noticed, all: total.all + all }),
  { noticed: 0, all: 0 },
);
console.log(`\n${shareOf(sum).toFixed(1)}% of ${sum.all} changes noticed`);
const below = table.filter(([, row]) => shareOf(row) < ASKED);
if (below.length > 0) {
  console.error(`Below ${ASKED}%: ${below.map(([file]) => file).join(', ')}`);
  process.exitCode = 1;
}
