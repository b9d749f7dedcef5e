import { z } from 'zod/v4';
import { monthOf } from '../domain/metrics/days';
import type { MetricFact } from '../domain/metrics/metric-fact';
import type { RecordKind } from '../storage/store';

/**
 * A fact as it is kept. `unsettled` until the rollups have it: `new` is to be counted, `gone` no longer; a case that is
 * reopened takes its closure back so.
 */
export interface MetricFactRecord {
  readonly mark: MetricFact;
  readonly unsettled?: 'new' | 'gone';
}

/** Facts are found by their case, by what is unsettled, and by day and month of each scope, the worst of a list first. */
export const METRIC_FACT: RecordKind<MetricFactRecord> = {
  name: 'mark',
  derived: true,
  fields: {
    number: 'string',
    unsettled: 'boolean',
    day: 'string',
    month: 'string',
    list: 'string',
    group: 'string',
    msc: 'string',
    person: 'string',
    worse: 'number',
  },
  indexes: [
    { name: 'number', fields: ['number'] },
    { name: 'unsettled', fields: ['unsettled', 'day'] },
    { name: 'groupDay', fields: ['group', 'day', 'list', 'worse'] },
    { name: 'groupMonth', fields: ['group', 'month', 'list', 'worse'] },
    { name: 'mscDay', fields: ['msc', 'day', 'list', 'worse'] },
    { name: 'mscMonth', fields: ['msc', 'month', 'list', 'worse'] },
    { name: 'personDay', fields: ['person', 'day', 'list', 'worse'] },
    { name: 'personMonth', fields: ['person', 'month', 'list', 'worse'] },
  ],
  indexed: ({ mark: fact, unsettled }) => {
    const { number, day, list, group, msc, person, worse } = fact;
    const known = { number, day, unsettled: unsettled === undefined ? undefined : true };
    // One that is gone is on no list any more: it only waits for its rollups.
    return unsettled === 'gone' ? known : { ...known, month: monthOf(day), list, group, msc, person, worse };
  },
  shape: z.looseObject({
    mark: z.looseObject({
      number: z.string(),
      list: z.string(),
      key: z.string(),
      day: z.string(),
      group: z.string(),
      msc: z.string().optional(),
      person: z.string().optional(),
      met: z.boolean(),
      worse: z.number(),
    }),
    unsettled: z.enum(['new', 'gone']).optional(),
  }),
};
