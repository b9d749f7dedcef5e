import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { resolvePlaceholders } from '../../../scripts/app-package';
import { manifestFaults } from '../../../scripts/manifest-faults';
import { allCommands } from '../../../src/features/all-commands';

const root = join(__dirname, '../../..');
const text = readFileSync(join(root, 'appPackage/manifest.json'), 'utf8');
const values = {
  TEAMS_APP_ID: '00000000-0000-4000-8000-00000000000a',
  BOT_ID: '00000000-0000-4000-8000-00000000000b',
  APP_NAME_SUFFIX: ' (training)',
  DEVELOPER_WEBSITE_URL: 'https://casekeeper.example',
  DEVELOPER_PRIVACY_URL: 'https://casekeeper.example/privacy',
  DEVELOPER_TERMS_URL: 'https://casekeeper.example/terms',
};

interface Manifest {
  readonly icons: { readonly color: string; readonly outline: string };
  readonly bots: readonly {
    readonly scopes: readonly string[];
    readonly commandLists: readonly {
      readonly scopes: readonly string[];
      readonly commands: readonly { readonly title: string; readonly description: string }[];
    }[];
  }[];
}

function manifestWith(changed: Partial<typeof values> = {}): Manifest {
  const resolved = resolvePlaceholders(text, { ...values, ...changed });
  if (!resolved.ok) throw new Error(`not set: ${resolved.missing.join(', ')}`);
  return JSON.parse(resolved.text) as Manifest;
}
const bot = manifestWith().bots[0]!;
const listed = bot.commandLists.flatMap(({ commands }) => commands);

describe('The app manifest', () => {
  it("is valid for its version's schema once its values are set", () => {
    expect(manifestFaults(manifestWith())).toEqual([]);
  });

  it('is invalid for that schema if a value is wrong', () => {
    expect(manifestFaults(manifestWith({ BOT_ID: 'casekeeper' }))).toEqual([
      expect.stringContaining('/bots/0/botId must match pattern'),
    ]);
  });

  it('has one command list for each scope of the bot', () => {
    expect(bot.commandLists.flatMap(({ scopes }) => scopes).sort()).toEqual([...bot.scopes].sort());
  });

  it.each(bot.commandLists.map((list) => [list.scopes.join(', '), list.commands] as const))(
    'lists at most ten commands for %s, each once, including help',
    (_scopes, commands) => {
      const titles = commands.map(({ title }) => title);
      expect(titles.length).toBeLessThanOrEqual(10);
      expect(new Set(titles).size).toBe(titles.length);
      expect(titles).toContain('help');
    },
  );

  it.each(listed.map(({ title, description }) => [title, description]))(
    'lists "%s" as a command the bot accepts, with the text in help',
    (title, description) => {
      const command = allCommands.find(({ typed }) => typed?.words.includes(title) === true);
      expect(command?.typed?.summary).toBe(description);
    },
  );

  it.each([
    ['color', 192, 2],
    ['outline', 32, 6],
  ] as const)('has a %s icon of %i pixels', (which, size, colorType) => {
    const png = readFileSync(join(root, 'appPackage', manifestWith().icons[which]));
    expect(png.subarray(1, 4).toString()).toBe('PNG');
    // The header: width, height, bit depth, and colour type (2 opaque, 6 with transparency).
    expect([png.readUInt32BE(16), png.readUInt32BE(20), png[25]]).toEqual([size, size, colorType]);
  });
});
