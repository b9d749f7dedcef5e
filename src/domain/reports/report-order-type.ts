import { z } from 'zod/v4';
import type { Entry } from '../kernel/entry';
import { draftsOfAdded, KERNEL_FIELDS, kernelIndexes } from '../kernel/record-type';
import type { RecordType } from '../kernel/record-type';
import { wordsOfTexts } from '../kernel/text/search-words';
import { siteCalendar } from '../metrics/month-close';
import { dueOn, orderKey } from './report-order';
import type { OrderEvent, ReportOrder } from './report-order';

/** A report order: one that stands a conversation, kind, date and scope (rules ME-7, ME-9). */
export const reportOrderType: RecordType<ReportOrder, OrderEvent> = {
  name: 'reportOrder',
  noun: 'report order',
  prefix: 'RO',
  digits: 1,
  evolve: (id, timeline) => {
    const [first, ...rest] = timeline;
    if (first?.kind !== 'ordered') throw new Error(`The timeline of ${id} doesn't begin with its order`);
    const { what, scope, conversation, to, by, at } = first;
    const opened: ReportOrder = { id, what, scope, conversation, to, by, at, dueAt: first.dueAt, timeline };
    return rest.reduce(after, opened);
  },
  timelineOf: ({ timeline }) => timeline,
  // Made of the order and the month, so that none is made twice.
  notifications: (before, { id, what, to, timeline }) =>
    draftsOfAdded(before?.timeline, timeline, (entry, index) => {
      if (entry.kind !== 'posted') return [];
      const { month, readyAt: dueAt } = entry;
      const made = what.kind === 'monthly' ? month : 'review';
      return [{ id: `${id}/${made}`, topic: what.kind, to, entry: index, dueAt, detail: { month } }];
    }),
  // A review that is near is due at once.
  follows: (before, order, { now, calendars }) =>
    before === undefined ? dueOn(order, now, siteCalendar(calendars)) : [],
  nextDueAt: ({ dueAt, ended }) => (ended === undefined ? dueAt : undefined),
  due: (order, { now, calendars }) => dueOn(order, now, siteCalendar(calendars)),
  index: {
    fields: { ...KERNEL_FIELDS, standsFor: 'string', conversation: 'string', at: 'number' },
    indexes: [
      ...kernelIndexes('reportOrder'),
      { name: 'reportOrder_standing', fields: ['standsFor'], unique: true },
      { name: 'reportOrder_conversation', fields: ['conversation', 'at'] },
    ],
    of: (order) => {
      const stands = order.ended === undefined;
      return {
        standsFor: stands ? orderKey(order) : undefined,
        conversation: stands ? order.conversation : undefined,
        at: order.at,
      };
    },
    words: ({ what, scope }, id) =>
      wordsOfTexts([id, what.kind, what.kind === 'review' ? what.date : undefined, scope]),
  },
  // As the list of what is posted there.
  mayRead: (order, { conversation }) => order.conversation === conversation,
  check: (order) => void SHAPE.parse(order),
  readOld: ({ order }) => (order === undefined ? undefined : fromOrder(order as ReportOrder)),
};

const SHAPE = z.looseObject({
  what: z.looseObject({ kind: z.enum(['monthly', 'review']) }),
  scope: z.string(),
  conversation: z.string(),
  to: z.looseObject({ kind: z.string() }),
});

function after(order: ReportOrder, entry: Entry<OrderEvent>): ReportOrder {
  switch (entry.kind) {
    case 'ordered':
      return order;
    case 'posted':
      return { ...order, posted: entry.month, dueAt: entry.dueAt };
    case 'set-back':
      return { ...order, dueAt: entry.dueAt };
    case 'ended':
      return { ...order, ended: { by: entry.by, at: entry.at } };
  }
}

/** An order as versions before 2 kept it: of what was posted only the last month is known. */
function fromOrder(order: ReportOrder) {
  const { id, what, scope, conversation, to, by, at, dueAt, posted, ended } = order;
  const act = { by, at, cause: `order:${id}` };
  const timeline: Entry<OrderEvent>[] = [
    { kind: 'ordered', what, scope, conversation, to, dueAt: dueAt ?? at, ...act },
  ];
  if (posted !== undefined)
    timeline.push({
      kind: 'posted',
      month: posted,
      readyAt: at,
      ...(dueAt === undefined ? {} : { dueAt }),
      ...act,
      by: 'casekeeper',
      cause: `posted:${posted}`,
    });
  if (ended !== undefined) timeline.push({ kind: 'ended', ...ended, cause: `ended:${id}` });
  return { id, timeline, nextDueAt: ended === undefined ? dueAt : undefined };
}
