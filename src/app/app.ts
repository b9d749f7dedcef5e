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

/** What an app is built from. `time` is the time of decisions, `wall` that of leases and back-off. */
export interface AppParts {
  readonly config: Config;
  /** The kinds of record beside the product's own; those of the product unless said otherwise. */
  readonly kinds?: readonly AnyKindModule[];
  readonly log: Log;
  readonly engine: Engine;
  readonly repositories: Repositories;
  readonly context: () => DomainContext;
  readonly wall: TimeSource;
  /** How often clocks are looked at and notifications delivered, milliseconds. */
  readonly everyMs: number;
  readonly schedule?: Schedule;
  /** How a send waits for Teams' rate limits; defaults to the schedule. */
  readonly waiting?: Schedule;
  readonly random?: () => number;
  /** How long a picture may take before its card goes without it, in milliseconds; one second by default. */
  readonly longestDrawingMs?: number;
  /** Where turns, sends, and backlogs are counted; its own if nothing else reads them. */
  readonly figures?: Telemetry;
  /** Where running database calls, sends, and alert steps are counted. */
  readonly tracker?: InFlight;
  readonly stopTimes?: StopTimes;
}

/** The running app. */
export interface App {
  readonly server: RunningServer;
  readonly alerts: Alerts;
  /** Finishes turns and deliveries in flight, then closes the store; gives up after a limit. Safe to call again. */
  stop(): Promise<Stopped>;
}
