import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { start } from './child';
import type { Running } from './child';
import { startConnector } from './connector';
import { AGENT, fillWithCases } from './some-cases';
import { median } from './statistics';
import type { Row } from './statistics';

const CASES = 200;
const AT_ONCE = 16;
const ROUNDS = 12;
const TURNS_A_ROUND = 160;

let sent = 0;

/** A line typed in a personal chat, as Teams sends it. */
function line(text: string, serviceUrl: string): string {
  sent += 1;
  const conversation = { id: 'a:bench', conversationType: 'personal', tenantId: 'bench' };
  const from = { id: '29:bench', name: 'Bench', aadObjectId: AGENT };
  const recipient = { id: 'bot', name: 'Casekeeper' };
  const id = `bench-turn-${sent}`;
  return JSON.stringify({
    type: 'message',
    id,
    channelId: 'msteams',
    text,
    serviceUrl,
    conversation,
    from,
    recipient,
  });
}

/** Turns, so many at a time; answers how long each took, milliseconds. */
async function round(bot: Running, serviceUrl: string, text: (turn: number) => string): Promise<number[]> {
  const took: number[] = [];
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < TURNS_A_ROUND) {
      const body = line(text(next++), serviceUrl);
      const began = performance.now();
      const response = await fetch(`${bot.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body,
      });
      await response.arrayBuffer();
      if (!response.ok) throw new Error(`A turn was answered ${response.status}`);
      took.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return took;
}

const number = (turn: number): string => `CS${String(1 + (turn % CASES)).padStart(7, '0')}`;

/** A turn that shows a case and one that saves, against an echo on the same connector, in turns round by round. */
export async function benchTurns(): Promise<readonly Row[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'casekeeper-bench-'));
  await fillWithCases(dataDir, CASES);
  const connector = await startConnector();
  const echo = await start(process.execPath, [join(__dirname, 'echo-bot.js')], {});
  // As a person starts it, so that what `npm run serve` does before the bot is in the figure.
  const keeper = await start('npm', ['run', '--silent', 'serve'], { DATA_DIR: join(dataDir, 'first') });
  const { readyAfterMs } = keeper;
  await keeper.stop();
  const bot = await start(process.execPath, [join(__dirname, '../../dist/app/index.js')], {
    DATA_DIR: dataDir,
  });
  const idleMb = bot.memoryMb();

  const figures = { echo: [] as number[], show: [] as number[], note: [] as number[] };
  for (let turn = 0; turn <= ROUNDS; turn += 1) {
    const echoed = await round(echo, connector.url, () => 'case CS0000001');
    const shown = await round(bot, connector.url, (of) => `case ${number(of)}`);
    const noted = await round(
      bot,
      connector.url,
      (of) => `note ${number(of + turn * 7)} Called the item manager again.`,
    );
    // The first round warms up.
    if (turn === 0) continue;
    figures.echo.push(...echoed);
    figures.show.push(...shown);
    figures.note.push(...noted);
  }
  await Promise.all([echo.stop(), bot.stop()]);
  connector.stop();
  rmSync(dataDir, { recursive: true, force: true });

  const floor = median(figures.echo);
  const row = (what: string, took: readonly number[], goal: number): Row => ({
    what,
    figure: `${median(took).toFixed(1)} ms`,
    against: `echo ${floor.toFixed(1)} ms`,
    ratio: median(took) / floor,
    goal: `at most ${goal.toFixed(1)}`,
    reached: median(took) / floor <= goal,
  });
  const bound = (what: string, figure: string, ratio: number, goal: string): Row => ({
    what,
    figure,
    against: goal,
    ratio,
    goal: 'at most 1.0',
    reached: ratio <= 1,
  });
  return [
    row(`case CS…, ${AT_ONCE} at a time`, figures.show, 1.5),
    row(`note CS…, ${AT_ONCE} at a time`, figures.note, 2),
    bound('idle memory', `${idleMb.toFixed(0)} MB`, idleMb / 250, '250 MB'),
    bound('npm run serve to listening', `${(readyAfterMs / 1000).toFixed(2)} s`, readyAfterMs / 3000, '3 s'),
  ];
}
