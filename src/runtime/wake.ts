/** Wakes a worker when there is work for it; the worker listens once it runs, and looks for all work at its start. */
export interface Wake<Worker> {
  /** Calls the worker, if it runs. */
  call(tell: (worker: Worker) => void): void;
  /** From now on the worker is called. */
  answeredBy(worker: Worker): void;
}

export function wake<Worker>(): Wake<Worker> {
  let running: Worker | undefined;
  return {
    call: (tell) => {
      if (running !== undefined) tell(running);
    },
    answeredBy: (worker) => {
      running = worker;
    },
  };
}
