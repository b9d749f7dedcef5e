import { groupAddressKey, MAILBOX, OUTBOX, personAddressKey } from '../notifications/outbox/outbox-item';
import { outboxOf } from '../notifications/outbox/outbox';
import { deadLetterService } from '../notifications/dead-letter-service';
import { notificationService } from '../notifications/notification-service';
import { learnChannel } from '../notifications/learn-channel';
import { startAlerts, type Alerts } from '../notifications/loop';
import { timerSchedule } from '../runtime/periodic-task';
import { sendLimiter } from '../notifications/rate/send-limiter';
import { SENDS } from '../notifications/rate/send-history';
import { createBot } from '../web/create-bot';
import type { CardValue } from '../cards/shared/card-value';
import { renderCard } from '../cards/shared/render';
import { picturesBy } from '../charts/draw-pictures';
import { rasterise } from '../charts/rasterise';
import { quarantineParts } from './quarantine-parts';
import { propagatePending } from '../commands/cases/propagate-corrections';
import { propagateDepartures } from '../commands/members/propagate-departures';
import { registryOf } from '../commands/registry';
import { allCommands } from '../features/all-commands';
import { customerApi } from '../features/requests/customer-api';
import type { App, AppParts } from './app';
import { searchCustomers } from '../commands/customers/search-customers';
import { signedLinks } from '../web/signed-links';
import { startProjector } from '../metrics/projector';
import { BASIS } from '../metrics/basis';
import { METRIC_FACT } from '../metrics/metric-fact-record';
import { metricsOf } from '../metrics/metrics';
import { ROLLUP } from '../metrics/rollup-record';
import { startKeepingPlans } from '../plans/keep-plans';
import { PLAN_ROUND } from '../plans/plan-round';
import { firstMeeting } from '../features/help/first-meeting';
import type { DomainContext } from '../domain/kernel/domain-context';
import { createTelemetry, STOPWATCH } from '../observability/telemetry';
import { observedMailer, observedSender, tellingSetBack } from '../observability/observed';
import { storeCountsOf } from '../observability/store-counts';
import { smtpMailer } from '../notifications/mail/smtp-mailer';
import { reportPages } from '../web/pages/report.page';
import { satisfactionAddress, satisfactionPage } from '../web/pages/satisfaction.page';
import { recordService } from '../records/record-service';
import { reportsOf } from '../reports/reports';
import { setBackOrders } from '../reports/set-back-orders';
import { KIND_MODULES } from './kind-module';
import { openKinds, siteKinds } from './site-kinds';
import { wake } from '../runtime/wake';
import { turnsOf } from './turns';
import { inFlight } from '../runtime/in-flight';
import { stopInTime, type Stopped } from '../runtime/stop-in-time';
import { linkSecrets } from '../storage/link-secret';

/** Wires all parts together and starts them. The only file that knows them all. */
export async function startApp(parts: AppParts): Promise<App> {
  const {
    config,
    log,
    engine,
    repositories,
    wall,
    figures = createTelemetry(),
    tracker = inFlight(),
  } = parts;
  const { publicUrl } = config;
  // Without an address that customers can reach, nobody is asked about their satisfaction (rule CL-7).
  const site = { asksCustomers: publicUrl !== undefined, sendsMail: config.mail !== undefined };
  const context: AppParts['context'] = () => ({ ...parts.context(), ...site });
  const secrets = await linkSecrets(engine);
  const links = signedLinks(() => secrets.keys());
  const { cases, posts, addresses, memberships, apiKeys, problems, customers, counting, plans, directories } =
    repositories;
  const onSetBack = tellingSetBack(log, figures);
  const outbox = outboxOf(await engine.store(OUTBOX), wall, figures.dropped);
  const inQuarantine = await quarantineParts({ engine, repositories, wall, context });
  figures.watch(await storeCountsOf(engine, { now: () => context().now }, wall));
  const mailbox = outboxOf(await engine.store(MAILBOX), wall, figures.dropped);
  const [facts, rollups] = await Promise.all([engine.store(METRIC_FACT), engine.store(ROLLUP)]);
  const basis = await engine.store(BASIS);
  const metrics = metricsOf({ cases: counting, facts, rollups, basis, context, wall, log });
  // Every save wakes the alerts, which run once the bot listens.
  const alertsWake = wake<Alerts>();
  const nudge = (): void => alertsWake.call((alerts) => alerts.nudge());
  let port: number | undefined = undefined;
  const reports = reportsOf({
    metrics,
    counting,
    cases,
    plans,
    facts,
    rollups,
    context,
    links,
    orders: repositories.reportOrders,
    // An anonymous bot can only be reached from its own machine, and so can its pages.
    base: () =>
      publicUrl ?? (config.bot === undefined && port !== undefined ? `http://127.0.0.1:${port}` : undefined),
  });

  const modules = parts.kinds ?? KIND_MODULES;
  const registry = registryOf([...allCommands, ...modules.flatMap(({ commands }) => commands)]);
  const further = await openKinds(modules, engine, repositories.counters);
  const kinds = siteKinds({ ...repositories, reports }, further);

  // Notifications leave when the turn is over: its answer goes first, and its own card then needs no update.
  let changed = false;
  const afterTurn = (): void => {
    if (changed) nudge();
    changed = false;
  };
  const fact = (): void => void (changed = true);
  const released = (key: string): void => {
    alertsWake.call((alerts) => alerts.released(key));
    fact();
  };
  // What waited for a channel leaves once it is bound.
  directories.whenBound((key) => released(groupAddressKey(key)));
  const allAgain = (): void => alertsWake.call((alerts) => alerts.allAgain());
  const deadLetters = deadLetterService(
    outbox,
    wall,
    { changed: fact, allAgain },
    inQuarantine.quarantine,
    kinds,
  );
  const records = recordService(kinds);
  const notifications = notificationService(repositories.notifications, outbox, fact);
  const pictures = picturesBy(rasterise, log, parts.longestDrawingMs);
  const handle = turnsOf({
    services: {
      cases,
      records,
      directories,
      apiKeys,
      memberships,
      deadLetters,
      problems,
      customers,
      notifications,
      metrics,
      plans,
      reports,
      pictures,
      links: secrets,
    },
    registry,
    context,
    figures,
    log,
    refresh: () => directories.refresh(),
    saved: fact,
  });

  const api = customerApi({ apiKeys, cases, customers, context, saved: nudge });

  // Without an identity, the Playground shows the cards.
  const render = (card: CardValue, at: DomainContext) => renderCard(card, at, config.bot !== undefined);

  const bot = createBot(
    {
      log,
      api,
      pages: [
        satisfactionPage({ links, cases, context, saved: nudge }),
        ...reportPages({ links, services: reports, context }),
      ],
      posts,
      addresses,
      handle,
      search: ({ person, ...asked }) => searchCustomers({ ...asked, by: person.id }, context(), customers),
      afterTurn,
      render: (card) => render(card, context()),
      welcome: (place, { id }) => firstMeeting(place.kind, context().directory.person(id)?.name, allCommands),
      onAddress: async (address, person) => {
        if (address.kind === 'channel') await learnChannel(address, directories);
        else released(personAddressKey(person.id));
      },
    },
    { config, figures, ping: () => engine.ping() },
  );

  const server = await bot.start();
  ({ port } = server);
  const alerts = startAlerts({
    outbox,
    mailbox,
    mailer: config.mail && observedMailer(smtpMailer(config.mail), figures, STOPWATCH, tracker),
    ...inQuarantine,
    cases,
    kinds,
    posts,
    notifications: repositories.notifications,
    people: addresses,
    sender: observedSender(bot.sender(render), figures, STOPWATCH, tracker),
    limiter: sendLimiter(wall, await engine.store(SENDS), parts.waiting ?? parts.schedule, onSetBack),
    onSetBack,
    wall,
    context,
    log,
    random: parts.random ?? Math.random,
    everyMs: parts.everyMs,
    tracker,
    ...(publicUrl !== undefined && {
      answerLink: (number: string) => satisfactionAddress(publicUrl, links, number, context()),
    }),
    finish: async () => {
      await propagatePending({ ...context(), cases, customers, log });
      await propagateDepartures({ ...context(), cases, directories, log });
      await setBackOrders(repositories.reportOrders, context(), onSetBack);
    },
    ...(parts.schedule === undefined ? {} : { schedule: parts.schedule }),
  });
  alertsWake.answeredBy(alerts);
  const { everyMs, schedule = timerSchedule } = parts;
  const following = startProjector({ metrics, log, everyMs, schedule });
  const rounds = await engine.store(PLAN_ROUND);
  const keeping = { plans, rounds, metrics, cases, context, log, onSetBack, everyMs, schedule };
  const keepingPlans = startKeepingPlans({ ...keeping, changed: nudge });

  const running = { http: server, alerts, metrics: following, plans: keepingPlans };
  let stopping: Promise<Stopped> | undefined;
  const stop = (): Promise<Stopped> =>
    (stopping ??= stopInTime(
      {
        parts: Object.fromEntries(Object.entries(running).map(([name, part]) => [name, () => part.stop()])),
        work: () => ({ ...server.work(), ...tracker.counts() }),
        store: () => engine.close(),
      },
      parts.stopTimes,
    ));
  return { server, alerts, stop };
}
