import { Worker } from 'node:worker_threads';
import type { Plan } from './agency';
import type { FilledCase } from './filled-case';
import type { Asked } from './worker';

interface Waiting {
  readonly resolve: (batch: readonly FilledCase[]) => void;
  readonly reject: (fault: Error) => void;
}

/** A thread that makes cases, in the order in which it is asked for them. */
export class Maker {
  readonly #worker: Worker;
  readonly #waiting: Waiting[] = [];
  #fault: Error | undefined;

  constructor(file: string, plan: Plan) {
    this.#worker = new Worker(file, { workerData: plan });
    this.#worker.on('message', (batch: readonly FilledCase[]) => this.#waiting.shift()?.resolve(batch));
    this.#worker.on('error', (fault) =>
      this.#fail(fault instanceof Error ? fault : new Error(String(fault))),
    );
    this.#worker.on('exit', () => this.#fail(new Error('A thread that makes cases has ended')));
  }

  make(asked: Asked): Promise<readonly FilledCase[]> {
    const made = new Promise<readonly FilledCase[]>((resolve, reject) => {
      if (this.#fault !== undefined) reject(this.#fault);
      else this.#waiting.push({ resolve, reject });
    });
    // Whoever asked learns of a fault when they come to it.
    made.catch(() => undefined);
    this.#worker.postMessage(asked);
    return made;
  }

  async end(): Promise<void> {
    await this.#worker.terminate();
  }

  #fail(fault: Error): void {
    this.#fault ??= fault;
    for (const { reject } of this.#waiting.splice(0)) reject(this.#fault);
  }
}
