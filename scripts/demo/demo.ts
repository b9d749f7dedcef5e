import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import type { Plan } from './agency/agency';
import { readAgencyFlags } from './agency/agency-flags';
import { fillFolder, storeCountsOf } from './agency/agency-folder';
import { ageText, foreignText } from './agency/agency-text';
import { AGENCY_STORY } from './banner';
import { portsOf, takenPorts, takenText } from './ports';
import { runProgram, say } from './program';
import { runWindows } from './run-windows';
import { readDemoSettings } from './settings';

// `npm run demo`: the demo on the store of an agency that has worked for two years, which is filled where it is not there.

const CASES = 200_000;
const SEED = 3000_05;

async function main(): Promise<number> {
  const own = readAgencyFlags(process.argv.slice(2), process.env);
  const read = readDemoSettings(own.ok ? own.flags.rest : [], process.env, 'agency');
  if (!own.ok || !read.ok) {
    const faults = [...(own.ok ? [] : own.faults), ...(read.ok ? [] : read.faults)];
    say(...faults, 'Of its own it takes --cases <number> and --fresh.');
    return 1;
  }
  const { settings } = read;
  // Before the minutes that a fill takes.
  const taken = await takenPorts(portsOf(settings));
  if (taken.length > 0) {
    say(...takenText(taken, settings, 'npm run demo'));
    return 1;
  }
  const dataDir = resolve(settings.dataDir);
  const standing = storeCountsOf(dataDir);
  if (standing.kind === 'foreign') {
    say(...foreignText(dataDir));
    return 1;
  }
  if (standing.kind === 'empty' || own.flags.fresh) await fill(dataDir, own.flags.cases ?? CASES);
  else say(...ageText(standing.plan, Date.now(), own.flags.cases));
  return runWindows(settings, AGENCY_STORY);
}

async function fill(dataDir: string, cases: number): Promise<void> {
  const began = Date.now();
  const plan = { cases, until: began, seed: SEED };
  say(`Filling ${dataDir} with two years of an agency: ${cases.toLocaleString('en-US')} cases.`);
  await fillFolder(dataDir, plan, (folder) =>
    fillBy(join(__dirname, 'agency', 'fill-program.js'), folder, plan),
  );
  say(`Filled in ${Math.round((Date.now() - began) / 1000)} s.`);
}

async function fillBy(program: string, folder: string, plan: Plan): Promise<void> {
  const args = [program, folder, JSON.stringify(plan)];
  const child = spawn(process.execPath, args, { stdio: 'inherit' });
  const [code] = (await once(child, 'close')) as [number | null];
  if (code !== 0) throw new Error('The agency could not be filled in. To try again: npm run demo');
}

runProgram(main);
