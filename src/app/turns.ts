import type { CardValue } from '../cards/shared/card-value';
import { parseLine } from '../commands/lines/parse-line';
import { outcomeCard } from '../commands/outcome-card';
import type { CommandContext, Outcome } from '../commands/command';
import type { Registry } from '../commands/registry';
import { runCommand } from '../commands/run-command';
import { sharingPresses } from '../commands/single-use/share-presses';
import type { DomainContext } from '../domain/kernel/domain-context';
import { STOPWATCH, type Telemetry } from '../observability/telemetry';
import { observedHandle } from '../observability/observed';
import type { Log } from '../ports/log';
import type { TurnRequest } from '../teams/bot-ports';
import { createDeduplicator } from '../teams/deduplicate';

/** What every command may use. */
type Services = Omit<
  CommandContext,
  keyof DomainContext | 'actor' | 'place' | 'platform' | 'cause' | 'commands' | 'saved'
>;

interface TurnParts {
  readonly services: Services;
  readonly registry: Registry;
  readonly context: () => DomainContext;
  readonly figures: Telemetry;
  readonly log: Log;
  /** Reads the directory again, where another instance changed it. */
  readonly refresh: () => Promise<void>;
  /** Called when something was saved, so that it leaves once the turn is over. */
  readonly saved: () => void;
}

/** Runs what a turn asks for and answers with a card. */
export function turnsOf({ services, registry, context, figures, log, refresh, saved }: TurnParts) {
  const run = async ({ person, text, formatted, invocation, ...turn }: TurnRequest): Promise<Outcome> => {
    // Whoever was removed at another instance can do nothing here from then on (rule AC-7). If it cannot be read, what is known is used.
    await refresh().catch((error: unknown) => {
      log.error({ err: error }, 'The directory could not be reloaded');
    });
    const who = { actorId: person.id, actorName: person.name };
    return runCommand(
      invocation ?? parseLine(text ?? '', registry, formatted),
      { ...context(), ...turn, ...who, ...services, saved },
      registry,
    );
  };
  const shared = sharingPresses(run, createDeduplicator<Outcome>(STOPWATCH), registry);
  const observed = observedHandle(shared, figures, STOPWATCH);
  return async (request: TurnRequest): Promise<CardValue> => outcomeCard(await observed(request));
}
