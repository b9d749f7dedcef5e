import { z } from 'zod/v4';
import type { CardValue } from '../../cards/shared/card-value';
import { refuse, reply, type Command } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { optional } from '../../commands/forms/inputs';
import type { Difference } from '../../domain/metrics/difference';
import { refusal } from '../../domain/kernel/refusal';
import type { Verified } from '../../ports/metrics';
import { readBoth } from './read-words';

/** How long one part may take: Teams waits about 15 seconds for a turn. */
const PART_MS = 6_000;
/** Differences that a card tells in full. */
const SHOWN = 10;

/** A period in words, and where a part before this one ended. */
interface VerifyInput {
  readonly period: string;
  readonly next: string;
}

/** Recalculates a period from the cases, part by part, and shows how the stored metrics differ (rules ME-6, RE-1). */
export const verifyMetricsCommand: Command<VerifyInput> = {
  verb: 'metrics.verify',
  title: 'Verify metrics',
  area: 'Metrics',
  typed: {
    words: ['verify metrics'],
    usage: 'verify metrics [period]',
    summary: 'Program office: recalculates a period from its cases and shows how the stored metrics differ.',
    example: 'verify metrics last month',
    read: (rest) => ({ period: rest }),
  },
  schema: z.object({ period: optional, next: optional }),
  run: async ({ period, next }, context) => {
    if (!context.actor.roles.includes('program-office'))
      return refuse(refusal('not-permitted', { action: 'Verify metrics', who: 'the program office' }));
    const asked = readBoth('', period, context);
    if (!asked.ok) return refuse(asked.refusal);
    const verified = await context.metrics.verify(
      asked.value.period,
      PART_MS,
      next === '' ? undefined : next,
    );
    return reply(cardOf(verified, asked.value.period.name, period));
  },
};

function cardOf(verified: Verified, name: string, period: string): CardValue {
  const { differences, next } = verified;
  const differing = differences.length > 0;
  const goOn = next === undefined ? [] : [button('Continue', 'metrics.verify', { period, next })];
  const rest = differences.length - SHOWN;
  const looked = `${counted(verified.cases, 'case')} and ${counted(verified.rollups, 'total')} were checked.`;
  const end = next === undefined ? 'Everything was checked.' : "There's more to check. Press Continue.";
  const lines = [
    differing ? `${counted(differences.length, 'difference')}:` : 'No differences.',
    ...differences.slice(0, SHOWN).map(lineOf),
    ...(rest > 0 ? [`and ${rest} more.`] : []),
    looked,
    end,
  ];
  return {
    card: 'message',
    tone: differing ? 'attention' : 'good',
    title: `Metrics verified · ${name}`,
    text: lines.join('\n\n'),
    buttons: [...goOn, button('Metrics', 'metrics.show', { scope: '', period })],
  };
}

const counted = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`;

const lineOf = ({ what, kept, told }: Difference): string =>
  `${what}: stored ${kept}; from the cases ${told}.`;
