import { parseArgs } from 'node:util';
import { readProject } from './read-project';
import { ruleFaults, testsWith } from './rule-list';
import type { Rule } from './rule-list';

// `npm run rules`: each rule of docs/policy.md with the tests that carry its id; exit code 1 where one has none.
// `-- --brief` says how many there are, and what is wrong.

const { brief } = parseArgs({ options: { brief: { type: 'boolean', default: false } } }).values;
const { rules, tests } = readProject(process.cwd());

function linesOf({ id, says, isBuilt }: Rule): readonly string[] {
  if (!isBuilt) return [`${id}  ${says}`, '    not built yet'];
  return [`${id}  ${says}`, ...testsWith(id, tests).map(({ file, name }) => `    ${file}: ${name}`)];
}

if (!brief) console.log(rules.flatMap(linesOf).join('\n'));
const built = rules.filter(({ isBuilt }) => isBuilt).length;
console.log(`${built} rules are held by tests, ${rules.length - built} are not built yet.`);

const faults = ruleFaults(rules, tests);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
