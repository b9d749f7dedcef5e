import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { parse } from 'yaml';
import { readConfig } from '../../../src/app/config/config';

const root = join(__dirname, '../../..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

interface Step {
  readonly uses: string;
  readonly with: Readonly<Record<string, unknown>> & {
    readonly target?: string;
    readonly envs?: Readonly<Record<string, unknown>>;
  };
  readonly writeToEnvironmentFile?: Readonly<Record<string, string>>;
}
interface Workflow {
  readonly version: string;
  readonly provision?: readonly Step[];
  readonly deploy?: readonly Step[];
  readonly publish?: readonly Step[];
}
const FILES = [
  ['m365agents.yml', 'dev'],
  ['m365agents.local.yml', 'local'],
  ['m365agents.playground.yml', 'playground'],
] as const;
const stepsOf = (file: string): readonly Step[] => {
  const { provision = [], deploy = [], publish = [] } = parse(read(file)) as Workflow;
  return [...provision, ...deploy, ...publish];
};

describe('The Microsoft 365 Agents Toolkit files', () => {
  it.each(FILES)(
    'include %s, which uses only values that env/.env.%s or an earlier step provides',
    (file, env) => {
      const given = new Set(['TEAMSFX_ENV', ...Object.keys(parseEnv(read(`env/.env.${env}`)))]);
      const faults: string[] = [];
      for (const step of stepsOf(file)) {
        for (const [, name = ''] of JSON.stringify(step.with).matchAll(/\$\{\{(\w+)\}\}/g)) {
          if (!given.has(name)) faults.push(`${step.uses} uses ${name}`);
        }
        for (const name of Object.values(step.writeToEnvironmentFile ?? {})) given.add(name);
      }
      expect(faults).toEqual([]);
    },
  );

  it.each(FILES)('include %s, which names only files in the project', (file) => {
    const named = stepsOf(file).flatMap(({ with: { manifestPath } }) => manifestPath ?? []) as string[];
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });

  it.each(FILES)('include %s, which has a matching env/.env.%s without secrets', (_file, env) => {
    const values = parseEnv(read(`env/.env.${env}`));
    expect(values['TEAMSFX_ENV']).toBe(env);
    const secrets = Object.keys(values).filter((name) => /secret|password|token/i.test(name));
    expect(secrets).toEqual([]);
  });

  it('register the bot for one tenant only', () => {
    const apps = FILES.flatMap(([file]) => stepsOf(file)).filter(({ uses }) => uses === 'aadApp/create');
    expect(apps.map((step) => step.with['signInAudience'])).toEqual(['AzureADMyOrg', 'AzureADMyOrg']);
  });

  it.each(FILES.filter(([file]) => file !== 'm365agents.yml'))(
    'include %s, which writes settings that the bot accepts',
    (file, name) => {
      const given = parseEnv(read(`env/.env.${name}`));
      const settings = stepsOf(file).find(({ uses }) => uses === 'file/createOrUpdateEnvironmentFile')?.with
        .envs;
      const env = Object.fromEntries(
        Object.entries(settings ?? {}).map(([setting, value]) => [
          setting,
          String(value).replace(
            /\$\{\{(\w+)\}\}/g,
            (_whole, known: string) => (given[known] ?? '') || '00000000-0000-4000-8000-00000000000b',
          ),
        ]),
      );
      expect(readConfig(env)).toMatchObject({ ok: true, config: { port: 3978, host: '127.0.0.1' } });
    },
  );

  it('keep files with secrets out of git', () => {
    const ignored = read('.gitignore').split('\n');
    expect(ignored).toEqual(
      expect.arrayContaining(['env/.env.*.user', '.localConfigs*', 'appPackage/build/']),
    );
  });
});
