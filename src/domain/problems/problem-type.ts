import { z } from 'zod/v4';
import type { Entry } from '../kernel/entry';
import { CAUSE_FIELD, causeIndex, draftsOfAdded, KERNEL_FIELDS, kernelIndexes } from '../kernel/record-type';
import type { NotificationDraft, RecordType } from '../kernel/record-type';
import { wordsOfTexts } from '../kernel/text/search-words';
import type { DomainContext } from '../kernel/domain-context';
import { isProgramOffice } from './problem-report';
import type { ProblemEvent, ProblemReport } from './problem-report';

/** A reported problem (rule AC-6). `openSince` is there while it is not answered. */
export const problemType: RecordType<ProblemReport, ProblemEvent> = {
  name: 'problem',
  noun: 'problem report',
  prefix: 'PB',
  digits: 7,
  evolve: (id, timeline) => {
    const [first, ...rest] = timeline;
    if (first?.kind !== 'reported') throw new Error(`The timeline of ${id} doesn't begin with its report`);
    const { by: person, at, cause, name, metIn, text, reference } = first;
    const said = { metIn, text, ...(reference === undefined ? {} : { reference }) };
    const answers = rest.flatMap((entry) => (entry.kind === 'answered' ? [answerOf(entry)] : []));
    return { id, person, name, at, cause, ...said, answers, timeline };
  },
  timelineOf: ({ timeline }) => timeline,
  notifications: (before, after, context) =>
    draftsOfAdded(before?.timeline, after.timeline, (entry, index) => told(entry, index, after, context)),
  index: {
    fields: { ...KERNEL_FIELDS, ...CAUSE_FIELD, isOpen: 'boolean', openSince: 'number' },
    indexes: [
      ...kernelIndexes('problem'),
      causeIndex('problem'),
      { name: 'problem_open', fields: ['isOpen', 'openSince'] },
    ],
    of: ({ answers, at }) => {
      const isOpen = answers.length === 0;
      return { isOpen, openSince: isOpen ? at : undefined };
    },
    words: ({ reference, name, text, answers }, id) =>
      wordsOfTexts([id, reference, name, text, ...answers.map((answer) => answer.text)]),
  },
  mayRead: ({ person }, { person: reader }) =>
    reader !== undefined && (reader.id === person || isProgramOffice(reader)),
  check: (report) => void SHAPE.parse(report),
  readOld: ({ report }) => (report === undefined ? undefined : fromReport(report as ProblemReport)),
};

const SHAPE = z.looseObject({
  name: z.string(),
  text: z.string(),
  metIn: z.looseObject({ kind: z.string() }),
});

const answerOf = ({ text, by, at, cause }: Extract<Entry<ProblemEvent>, { kind: 'answered' }>) => ({
  text,
  by,
  at,
  cause,
});

/** Everyone of the program office but who reports it is told; who reported it is told of each answer. */
function told(
  { kind, by }: Entry<ProblemEvent>,
  entry: number,
  { person }: ProblemReport,
  { directory }: DomainContext,
): readonly NotificationDraft[] {
  if (kind === 'answered') return [{ topic: 'answered', to: { kind: 'person', person }, entry }];
  const office = directory.people.filter((each) => isProgramOffice(each) && each.id !== by);
  return office.map(({ id }) => ({ topic: 'reported', to: { kind: 'person', person: id }, entry }));
}

/** A report as versions before 2 kept it: as it was, with its answers. */
function fromReport({ id, person, name, at, cause, metIn, text, reference, answers }: ProblemReport) {
  const reported = {
    kind: 'reported',
    name,
    metIn,
    text,
    ...(reference === undefined ? {} : { reference }),
  } as const;
  return {
    id,
    timeline: [
      { ...reported, by: person, at, cause },
      ...answers.map((answer) => ({ kind: 'answered', ...answer }) as const),
    ],
  };
}
