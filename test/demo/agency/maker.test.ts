import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Maker } from '../../../scripts/demo/agency/maker';
import { removeDir, tempDir } from '../../storage/temp-dir';

const PLAN = { cases: 10, until: 1, seed: 1 };

describe('A worker thread that makes cases', () => {
  const dir = tempDir();
  const file = join(dir, 'worker.js');
  afterAll(() => removeDir(dir));
  const makerOf = (work: string): Maker => {
    writeFileSync(
      file,
      `const { parentPort, workerData } = require('node:worker_threads'); parentPort.on('message', (asked) => { ${work} });`,
    );
    return new Maker(file, PLAN);
  };

  it('answers in the order of the questions, and knows the plan', async () => {
    const maker = makerOf('parentPort.postMessage([asked.from, workerData.cases]);');
    const answers = await Promise.all([3, 1, 2].map((from) => maker.make({ from, before: from + 1 })));
    expect(answers).toEqual([
      [3, 10],
      [1, 10],
      [2, 10],
    ]);
    await maker.end();
  });

  it('that fails tells everyone who is waiting for it, and everyone who asks later', async () => {
    const maker = makerOf("throw new Error('refused');");
    const asked = [1, 2].map((from) => maker.make({ from, before: 3 }));
    for (const one of asked) await expect(one).rejects.toThrow('refused');
    await expect(maker.make({ from: 5, before: 6 })).rejects.toThrow('refused');
    await maker.end();
  });

  it('that ends before its answer is not waited for', async () => {
    const maker = makerOf('process.exit(0);');
    await expect(maker.make({ from: 1, before: 2 })).rejects.toThrow('has ended');
    await maker.end();
  });
});
