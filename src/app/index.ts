import { parseArgs } from 'node:util';
import { ListenFault } from '../web/http/listen';
import { startApp } from './compose';
import { readConfig, type Config } from './config/config';
import { fastPolicies, fastTime } from './fast-time';
import { businessCalendar } from '../domain/calendar/business-calendar';
import { federalHolidays } from '../domain/calendar/federal-holidays';
import { DEFAULT_ZONE } from '../domain/calendar/site-calendars';
import { loggedError } from './log-error';
import { isLoopback } from '../runtime/loopback';
import { createLog } from './logger';
import { createTelemetry, STOPWATCH } from '../observability/telemetry';
import { startMetricsServer } from '../observability/metrics-server';
import { observedEngine } from '../observability/observed';
import type { CaseRepository } from '../ports/cases';
import { StoreBusy } from '../ports/store-busy';
import type { TimeSource } from '../ports/time-source';
import { UnreadableRecord } from '../ports/unreadable-record';
import { inFlight } from '../runtime/in-flight';
import { routeConsole } from '../runtime/console-to-log';
import { rejectionLog } from '../runtime/rejection-log';
import { stopOnSignal } from '../runtime/stop-on-signal';
import { startWatchdog } from '../runtime/watchdog';
import { DEMO_DIRECTORY_FILE, loadDirectory, loadPolicies, SiteFault, domainContextOf } from './site';
import { holdEnvironment } from '../storage/environment-stamp';
import { StorageFault } from '../storage/faults';
import { openEngine } from '../storage/open-engine';
import { migrate } from '../storage/schema-version';
import { openRepositories, type Repositories } from '../storage/open-repositories';

// `npm run serve`: the bot alone. Settings come from the environment; faults in them are reported by name.

const WALL: TimeSource = { now: () => Date.now() };
const SWEEP_EVERY_MS = 5_000;
const FAST_SWEEP_EVERY_MS = 500;
const DIRECTORY_REFRESH_MS = 15_000;

/** Without these records nothing is known about the store, so the start is refused rather than guessed. */
const UNREADABLE_AT_START =
  'Nothing was changed. Restore the database from a backup, or repair the record (docs/data.md, “Damaged records”), and start again.';

const complain = (...lines: readonly string[]): void => void process.stderr.write(`${lines.join('\n')}\n`);

/** The site's own directory is read at every start; the demo's once, if no bot is registered and there is none. */
async function fillDirectory(config: Config, { directories }: Repositories): Promise<void> {
  const file =
    config.directoryFile ??
    (config.bot === undefined && directories.isEmpty() ? DEMO_DIRECTORY_FILE : undefined);
  if (file === undefined) return;
  const { groups, people } = loadDirectory(file);
  await directories.load(groups, people, WALL.now());
}

/** In a fast run time begins after the latest instant in the data, which may be in the future. */
async function timeOf(fast: boolean, cases: CaseRepository): Promise<TimeSource> {
  if (!fast) return WALL;
  let startAt = WALL.now();
  for await (const { changedAt } of cases.changedSince(startAt)) startAt = Math.max(startAt, changedAt);
  const year = new Date(startAt).getUTCFullYear();
  const calendar = businessCalendar(DEFAULT_ZONE, federalHolidays(year, year + 10));
  return fastTime({ wall: WALL, startAt, calendar });
}

async function serve(fast: boolean): Promise<number | undefined> {
  const read = readConfig(process.env);
  if (!read.ok) {
    complain("Casekeeper can't start with these settings:", ...read.faults.map((fault) => `  ${fault}`));
    return 1;
  }
  const { config } = read;
  if (fast && config.bot !== undefined) {
    complain('--fast is for the demo alone: it is refused while BOT_ID is set.');
    return 1;
  }
  const log = createLog(config.logLevel);
  // Node would print the error with all its properties, including tokens and text.
  process.on('uncaughtException', (error) => {
    log.error({ err: error }, 'Casekeeper is stopping: uncaught error');
    process.exit(1);
  });
  const rejections = rejectionLog(log);
  routeConsole(console, log, rejections);
  const loaded = loadPolicies(config.policyFile);
  const policies = fast ? fastPolicies(loaded) : loaded;
  const figures = createTelemetry({ ofProcess: true });
  const tracker = inFlight();
  const opened = await openEngine({
    dataDir: config.dataDir,
    ...(config.mongoUri === undefined ? {} : { mongodbUri: config.mongoUri }),
  });
  const engine = observedEngine(opened, figures, STOPWATCH, tracker);
  await migrate(engine);
  await holdEnvironment(engine, config.environment);
  const repositories = await openRepositories(engine);
  await fillDirectory(config, repositories);
  const time = await timeOf(fast, repositories.cases);
  const context = domainContextOf(
    () => repositories.directories.current(),
    policies,
    time,
    config.environment,
  );
  const everyMs = fast ? FAST_SWEEP_EVERY_MS : SWEEP_EVERY_MS;
  const starting = startApp({
    config,
    log,
    engine,
    repositories,
    context,
    wall: WALL,
    everyMs,
    figures,
    tracker,
  });
  // Requests are answered before all parts have started: a signal that comes then waits for them.
  const others: (() => void)[] = [];
  stopOnSignal(process, log, async () => {
    startWatchdog();
    for (const end of others) end();
    return (await starting).stop();
  });
  const app = await starting;
  // On an address of the network, as METRICS_HOST may say, it is reached by the names that lead there.
  const withinMachine =
    config.bot === undefined && config.metrics !== undefined && isLoopback(config.metrics.host);
  const metrics =
    config.metrics &&
    (await startMetricsServer({ ...config.metrics, withinMachine }, figures, log).catch(() => {
      throw new ListenFault('Cannot listen on METRICS_HOST and METRICS_PORT as set; set a free port.');
    }));
  log.info(
    { port: app.server.port, host: config.host, store: engine.name, environment: config.environment, fast },
    'Casekeeper listens',
  );

  const refresh = setInterval(() => {
    repositories.directories.refresh().catch((error: unknown) => {
      log.error({ err: error }, 'The directory could not be reloaded');
    });
  }, DIRECTORY_REFRESH_MS);
  others.push(() => {
    clearInterval(refresh);
    rejections.flush();
    void metrics?.stop();
  });
  return undefined;
}

const { values } = parseArgs({ options: { fast: { type: 'boolean', default: false } } });
serve(values.fast).then(
  (code) => {
    if (code !== undefined) process.exit(code);
  },
  (error: unknown) => {
    const expected =
      error instanceof SiteFault ||
      error instanceof StorageFault ||
      error instanceof StoreBusy ||
      error instanceof ListenFault ||
      error instanceof UnreadableRecord;
    // What a library says may quote a connection string or a record; where it came from does not.
    complain(`Casekeeper can't start: ${expected ? error.message : JSON.stringify(loggedError(error))}`);
    if (error instanceof UnreadableRecord) complain(UNREADABLE_AT_START);
    process.exit(1);
  },
);
