import { START_STORY } from './banner';
import { portsOf, takenPorts, takenText } from './ports';
import { runProgram, say } from './program';
import { runWindows } from './run-windows';
import { readDemoSettings } from './settings';

// `npm start`: the demo on an empty store.

async function main(): Promise<number> {
  const read = readDemoSettings(process.argv.slice(2), process.env);
  if (!read.ok) {
    say(...read.faults);
    return 1;
  }
  const { settings } = read;
  const taken = await takenPorts(portsOf(settings));
  if (taken.length > 0) {
    say(...takenText(taken, settings, 'npm start'));
    return 1;
  }
  return runWindows(settings, START_STORY);
}

runProgram(main);
