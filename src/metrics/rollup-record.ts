import { z } from 'zod/v4';
import type { Span } from '../domain/metrics/days';
import type { Scope } from '../domain/metrics/summary';
import type { Tallies } from '../domain/metrics/tally';
import type { RecordKind } from '../storage/store';

/** Whose sums a rollup holds; `key` is empty for the enterprise. */
export interface Party {
  readonly kind: Scope['kind'];
  readonly key: string;
}

/**
 * The sums of a party over a day or a month, under a fixed id. Made from the facts, or from the rollups below it, each
 * time again: to make it again changes nothing.
 */
export interface RollupRecord {
  readonly span: Span;
  readonly kind: Party['kind'];
  readonly key: string;
  /** All that counts for the party. */
  readonly tallies: Tallies;
  /** A group's day only: the same by the MSC for which it counts, as a group may have gone from one to another. */
  readonly own?: Readonly<Record<string, Tallies>>;
}

export const ENTERPRISE: Party = { kind: 'enterprise', key: '' };

export const rollupId = (span: Span, { kind, key }: Party): string => `${span}|${kind}|${key}`;

const TALLIES_SHAPE = z.record(
  z.string(),
  z.looseObject({ count: z.number(), met: z.number(), sumMs: z.number(), bins: z.array(z.number()) }),
);

export const ROLLUP: RecordKind<RollupRecord> = {
  name: 'rollup',
  derived: true,
  fields: { kind: 'string', span: 'string' },
  indexes: [{ name: 'kind', fields: ['kind', 'span'] }],
  indexed: ({ kind, span }) => ({ kind, span }),
  shape: z.looseObject({
    span: z.string(),
    kind: z.string(),
    key: z.string(),
    tallies: TALLIES_SHAPE,
    own: z.record(z.string(), TALLIES_SHAPE).optional(),
  }),
};
