import type { Activity } from 'botbuilder';
import type { SearchRequest } from './bot-ports';
import { cleanText, speakerOf } from './read-request';

const MAX_RESULTS = 15;
const SHORTEST = 2;
// An email address at its longest; what is longer finds nobody.
const MAX_LENGTH = 254;

type Fields = Readonly<Record<string, unknown>>;
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

/**
 * Reads what Teams asks as someone types into a choice; undefined if that is no question, or too short or long a one.
 * There is one page of results; people type more to narrow it.
 */
export function readSearch(activity: Activity): SearchRequest | undefined {
  const value = fieldsOf(activity.value);
  const { skip, top } = fieldsOf(value['queryOptions']);
  const typed = textOf(value['queryText']);
  const text = typed.length > MAX_LENGTH ? '' : cleanText(typed);
  if (text.length < SHORTEST || (typeof skip === 'number' && skip > 0)) return undefined;
  const isCount = typeof top === 'number' && Number.isInteger(top) && top > 0;
  const limit = isCount ? Math.min(top, MAX_RESULTS) : MAX_RESULTS;
  return { person: speakerOf(activity), dataset: textOf(value['dataset']), text, limit };
}
