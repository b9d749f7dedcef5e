import { z } from 'zod/v4';
import { SETTINGS } from '../../src/app/config/settings';
import { table } from './table';

const INTRO = `# Settings

Made from \`src/app/config/settings.ts\` by \`npm run docs\`; a test holds it to them. They are read from the environment once, at the start; every mistake is named at once, and nothing starts. An empty variable counts as not set.
`;

/** The default: what the schema gives where a variable is not set, or what it says where that hangs on others. */
function defaultOf(setting: z.ZodType): string {
  const { otherwise } = z.globalRegistry.get(setting) ?? {};
  if (typeof otherwise === 'string') return otherwise;
  const value = setting.safeParse(undefined).data;
  return typeof value === 'string' || typeof value === 'number' ? `\`${value}\`` : '';
}

/** docs/settings.md as it should stand. */
export function settingsDoc(): string {
  const rows = Object.entries(SETTINGS.shape).map(([name, setting]) => [
    `\`${name}\``,
    setting.description ?? '',
    defaultOf(setting),
  ]);
  return `${INTRO}\n${table([['name', 'meaning', 'default'], ...rows])}\n`;
}
