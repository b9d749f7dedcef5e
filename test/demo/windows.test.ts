import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { loadDemoDirectory } from '../../scripts/demo/load-demo-directory';
import {
  DEMO_WINDOWS,
  FURTHER_WINDOWS,
  conversationsOf,
  groupOf,
  personOf,
  playgroundConfig,
} from '../../scripts/demo/windows';
import { directoryOf } from '../../src/domain/directory/directory';

interface Config {
  readonly currentUser: { readonly id: string; readonly aadObjectId: string };
  readonly users: readonly { readonly id: string; readonly aadObjectId: string }[];
  readonly personalChat: { readonly id: string };
  readonly groupChat: { readonly id: string };
  readonly team: { readonly id: string; readonly channels: readonly { readonly id: string }[] };
}
const directory = loadDemoDirectory();
const everyWindow = [...DEMO_WINDOWS, ...Object.values(FURTHER_WINDOWS)];
const configs = everyWindow.map((window) => playgroundConfig(window, directory) as Config);

describe("The demo's windows", () => {
  it('belong to a Level 2 agent, a Level 3 gatekeeper, and a supervisor of both groups', () => {
    const [agent, gatekeeper, supervisor] = DEMO_WINDOWS.map((window) => personOf(window, directory).id);
    expect(directory.group('L2-AVN')?.agents).toContain(agent);
    expect(directory.group('L3-AVN')?.gatekeepers).toContain(gatekeeper);
    expect(directory.group('L2-AVN')?.supervisors).toContain(supervisor);
    expect(directory.group('L3-AVN')?.supervisors).toContain(supervisor);
  });

  it('show the channels of the Level 2 and the Level 3 group, and one that is not connected', () => {
    expect(DEMO_WINDOWS.map((window) => groupOf(window, directory)?.key)).toEqual([
      'L2-AVN',
      'L3-AVN',
      undefined,
    ]);
  });

  it('can also be those of Level 1, Distribution, an analyst, and the program office', () => {
    expect(Object.values(FURTHER_WINDOWS).map((window) => groupOf(window, directory)?.key)).toEqual([
      'CIC',
      'L2-DIST',
      undefined,
      'PMO',
    ]);
  });

  it("have five other people each, the Playground's limit, and no one twice", () => {
    for (const { currentUser, users } of configs) {
      expect(users).toHaveLength(5);
      expect(new Set([currentUser, ...users].map(({ id }) => id)).size).toBe(6);
    }
  });

  it('have only people in the directory, so everyone who is mentioned or acts is known', () => {
    const everyone = configs.flatMap(({ currentUser, users }) => [currentUser, ...users]);
    for (const { aadObjectId } of everyone) expect(directory.person(aadObjectId)).toBeDefined();
  });

  it("show everyone in the channel's group, so that the person to assign is there", () => {
    everyWindow.forEach((window, index) => {
      const shown = [configs[index]!.currentUser, ...configs[index]!.users].map(
        ({ aadObjectId }) => aadObjectId,
      );
      const group = groupOf(window, directory);
      if (group !== undefined)
        expect(shown).toEqual(expect.arrayContaining(directory.members(group.key).map(({ id }) => id)));
    });
  });

  it('share no conversation', () => {
    const all = configs.flatMap(({ personalChat, groupChat, team }) => [
      personalChat.id,
      groupChat.id,
      team.id,
      ...team.channels.map(({ id }) => id),
    ]);
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining(everyWindow.flatMap(conversationsOf)));
  });

  it('begin with the one that .m365agentsplayground.yml describes', () => {
    const file = readFileSync(join(__dirname, '../../.m365agentsplayground.yml'), 'utf8');
    expect(parse(file)).toEqual(configs[0]);
  });

  it('report a person who is missing from the directory', () => {
    const [window] = DEMO_WINDOWS;
    expect(() => personOf(window!, directoryOf([], []))).toThrow(/nobody with the address level2\.agent@/);
  });
});
