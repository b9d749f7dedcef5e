import type { Alerts } from '../notifications/loop';
import type { Schedule } from '../runtime/periodic-task';
import type { RunningServer } from '../web/server';
import type { AnyKindModule } from './kind-module';
import type { Config } from './config/config';
import type { DomainContext } from '../domain/kernel/domain-context';
import type { Telemetry } from '../observability/telemetry';
import type { Log } from '../ports/log';
import type { TimeSource } from '../ports/time-source';
import type { InFlight } from '../runtime/in-flight';
import type { Stopped, StopTimes } from '../runtime/stop-in-time';
import type { Repositories } from '../storage/open-repositories';
import type { Engine } from '../storage/store';

/** What a house is built from. `time` is the time of decisions, `wall` that of leases and back-off. */
export interface AppParts {
  readonly config: Config;
  /** The kinds of record beside the product's own; those of the product unless said otherwise. */
  readonly kinds?: readonly AnyKindModule[];
  readonly log: Log;
  readonly engine: Engine;
  readonly repositories: Repositories;
  readonly context: () => DomainContext;
  readonly wall: TimeSource;
  /** How often clocks are looked at and notices delivered, milliseconds. */
  readonly everyMs: number;
  readonly schedule?: Schedule;
  /** How a send waits in line for Teams' rates; by the schedule where it is not said. */
  readonly waiting?: Schedule;
  readonly random?: () => number;
  /** How long a picture may take before its card goes without, milliseconds; a second where it is not said. */
  readonly longestDrawingMs?: number;
  /** Where turns, sends and what stands are told; its own where nothing else reads them. */
  readonly figures?: Telemetry;
  /** Where the engine's calls are counted while they run, sends and steps of the alerts too. */
  readonly tracker?: InFlight;
  readonly stopTimes?: StopTimes;
}

/** The running whole. */
export interface App {
  readonly server: RunningServer;
  readonly alerts: Alerts;
  /** Ends turns and deliveries in hand, then closes the store; gives up in time. Safe to call again. */
  stop(): Promise<Stopped>;
}
