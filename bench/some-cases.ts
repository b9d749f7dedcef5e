import { calendarsOf } from '../src/domain/calendar/site-calendars';
import { openCase } from '../src/domain/cases/change';
import type { CaseDetails } from '../src/domain/cases/details/details';
import { directoryOf } from '../src/domain/directory/directory';
import type { DomainContext } from '../src/domain/kernel/domain-context';
import { DEMO_DIRECTORY_FILE, loadDirectory, loadPolicies } from '../src/app/site';
import { openEngine } from '../src/storage/open-engine';
import { openRepositories } from '../src/storage/open-repositories';

/** The Level 2 agent of the demo directory, who holds the cases. */
export const AGENT = '00000000-0000-4000-8000-000000000201';

const details: CaseDetails = {
  account: { kind: 'DoDAAC', code: 'W25G1V' },
  contact: { name: 'Pat Customer', email: 'pat@unit.example' },
  customerChannel: 'telephone',
  externalContact: true,
  msc: 'aviation',
  ipd: 2,
  nsn: '5331-00-618-5361',
  reason: 'backorder',
  description: 'Where is the order for the packing?',
  problemNotes: 'Backordered since June; the item manager has no date.',
};

/** Fills a fresh data directory with the demo's people and so many open cases, each with a few notes. */
export async function fillWithCases(dataDir: string, count: number): Promise<void> {
  const { groups, people } = loadDirectory(DEMO_DIRECTORY_FILE);
  const directory = directoryOf(groups, people);
  const policies = loadPolicies(undefined);
  const context: DomainContext = {
    now: Date.now(),
    directory,
    policies,
    calendars: calendarsOf(directory, policies),
  };
  const engine = await openEngine({ dataDir });
  const { cases, directories } = await openRepositories(engine);
  await directories.load(groups, people);
  for (let made = 0; made < count; made += 1) {
    const number = await cases.nextId();
    const change = openCase(
      number,
      [
        { kind: 'opened', origin: 'level-2', level: 2, group: 'L2-AVN', assignee: AGENT, details },
        { kind: 'interim-sent', text: 'Your case is being worked.' },
        { kind: 'noted', text: 'The item manager was asked.' },
      ],
      { by: AGENT, at: context.now, cause: `bench-${made}` },
      context,
    );
    await cases.insert({ ...change, notifications: [] });
  }
  await engine.close();
}
