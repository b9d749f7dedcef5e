import type { Plan } from './agency';

const DAY_MS = 86_400_000;

/** That a folder holds something else, and what to do. */
export const foreignText = (dataDir: string): readonly string[] => [
  `${dataDir} holds other data, and is not filled with the agency.`,
  'Set DATA_DIR to an empty folder, or leave it unset for a folder of its own; or start on that data: npm start',
];

/** What a store was filled with and how long ago, and how to fill it anew where that is long. */
export function ageText({ cases, until }: Plan, now: number, asked?: number): readonly string[] {
  const days = Math.floor((now - until) / DAY_MS);
  const ago = days < 1 ? 'today' : days === 1 ? 'a day ago' : `${days} days ago`;
  const other = asked !== undefined && asked !== cases;
  return [
    `The agency is there: ${cases.toLocaleString('en-US')} cases, filled in ${ago}.`,
    ...(days < 1
      ? []
      : ['Nobody has worked on them since: what ran out meanwhile is told when the bot starts.']),
    ...(days < 1 && !other
      ? []
      : [`To fill it anew, up to now: npm run demo -- --fresh${other ? ` --cases ${asked}` : ''}`]),
  ];
}
