import { startApp } from '../../src/app/compose';
import type { App } from '../../src/app/app';
import type { DomainContext } from '../../src/domain/kernel/domain-context';
import { openRepositories } from '../../src/storage/open-repositories';
import type { Engine } from '../../src/storage/store';
import { LOG } from './app';
import { site } from './site';

/** As in production. */
export const BEAT_MS = 5_000;

/**
 * The whole bot in this process, on the store, with its own clock and timers; Teams is at the address. Answers how to
 * start it, when all that it finds there is there.
 */
export async function houseOn(
  engine: Engine,
  serviceUrl: string,
  context: () => DomainContext,
): Promise<() => Promise<App>> {
  const repositories = await openRepositories(engine);
  const { groups, people } = site(serviceUrl);
  await repositories.directories.load(groups, people);
  const wall = { now: () => Date.now() };
  const config = {
    port: 0,
    host: '127.0.0.1',
    dataDir: '',
    logLevel: 'error',
    environment: 'production',
  } as const;
  return () => startApp({ config, log: LOG, engine, repositories, context, wall, everyMs: BEAT_MS });
}
