import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs, parseEnv } from 'node:util';
import { resolvePlaceholders, zipOf } from './app-package';
import { manifestFaults } from './manifest-faults';

// `npm run package -- --env dev`: makes the zip that is uploaded to Teams, from appPackage/ and env/.env.<name>.

const { env: name } = parseArgs({ options: { env: { type: 'string', default: 'dev' } } }).values;
const envFile = join('env', `.env.${name}`);
const fail: (...lines: readonly string[]) => never = (...lines) => {
  console.error(lines.join('\n'));
  process.exit(1);
};
if (!/^[a-z\d-]+$/i.test(name) || !existsSync(envFile)) fail(`There is no ${envFile}.`);

const read = (file: string) => (existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {});
const values = { ...read(envFile), ...read(`${envFile}.user`), ...process.env };

const resolved = resolvePlaceholders(readFileSync(join('appPackage', 'manifest.json'), 'utf8'), values);
if (!resolved.ok) {
  fail(
    `Not set, neither in ${envFile} nor in the environment:`,
    ...resolved.missing.map((each) => `  ${each}`),
  );
}
const faults = manifestFaults(JSON.parse(resolved.text));
if (faults.length > 0)
  fail('The manifest is not valid with these values:', ...faults.map((each) => `  ${each}`));

const target = join('appPackage', 'build', 'appPackage.zip');
mkdirSync(join('appPackage', 'build'), { recursive: true });
writeFileSync(
  target,
  zipOf({
    'manifest.json': Buffer.from(resolved.text),
    'color.png': readFileSync(join('appPackage', 'color.png')),
    'outline.png': readFileSync(join('appPackage', 'outline.png')),
  }),
);
console.log(
  `${target} is made for the environment "${name}". Upload it in the Teams admin center or in Teams itself.`,
);
