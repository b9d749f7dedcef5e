import type { Registry } from '../registry';
import { withoutPoliteStart } from './polite-words';
import { takesRecord } from './read-rest';

const GREETING =
  /^(?:(?:hi|hey|hello|hiya|good (?:morning|afternoon|evening))(?:\s+(?:there|all|team))?(?:[\s,]+(?:casekeeper|bot))?|casekeeper)[\s,.:;!-]+(?=\S)/iu;
const ASKING =
  /^(?:(?:can|could|would|will) you|(?:i )?(?:want|need|would like) to|go ahead and)[\s,]+(?=\S)/iu;
const QUOTED = /^(?:"([^"]+)"|“([^”]+)”|'([^']+)'|‘([^’]+)’)$/u;
const RECORD = /^(?:(?:cs[\s-]{0,3}#?|#)\s{0,3}|(?:case|ticket)\s+#?)0{0,9}\d{1,9}(?![\p{L}\d])/iu;
const NEGATED = /^(?:do not|don['’]?t|never)\s+(?=\S)/iu;
const NEVER = /^(?:delete|erase|wipe|purge|destroy|undo|revert|roll ?back|cancel|remove)(?![\p{L}\d])/iu;

/**
 * A line without the quotes around it, the greeting and the request that lead up to a command, and with the command before
 * the case that was named first: "hey, cs15: close" is "close cs15". A line in which that finds no command stays as it is.
 */
export function asMeant(line: string, registry: Registry): string {
  const plain = withoutGreeting(unquoted(line));
  const bare = withoutPoliteStart(plain);
  const asked = withoutPoliteStart(bare.replace(ASKING, ''));
  const turned = commandFirst(asked, registry);
  if (turned !== undefined) return turned;
  // "could you show me …" may be a question about metrics: only a line that names a case is meant as a command.
  const found = registry.byWords(asked);
  if (asked !== bare && found !== undefined && RECORD.test(found.rest)) return asked;
  return plain !== line && (registry.byWords(bare) !== undefined || RECORD.test(bare)) ? bare : line;
}

/** The line without the greeting that it begins with; a greeting alone stays. */
export const withoutGreeting = (line: string): string => line.replace(GREETING, '');

/** Whether a line says that a command is not to be done, or asks for what never happens to a case. */
export function asksNothing(line: string, registry: Registry): boolean {
  const plain = withoutPoliteStart(withoutGreeting(unquoted(line)));
  const denied = plain.replace(NEGATED, '');
  if (denied !== plain)
    return registry.byWords(denied) !== undefined || commandFirst(denied, registry) !== undefined;
  return NEVER.test(plain) && registry.byWords(plain) === undefined;
}

/** Whether a line says that something is not to be done. */
export const isDenied = (line: string): boolean =>
  NEGATED.test(withoutPoliteStart(withoutGreeting(unquoted(line))));

function unquoted(line: string): string {
  const inside = QUOTED.exec(line);
  return inside === null ? line : (inside.slice(1).find(Boolean) ?? line).trim();
}

/** "cs15 close", "case 15: close": the command first. */
function commandFirst(line: string, registry: Registry): string | undefined {
  const record = RECORD.exec(line)?.[0];
  if (record === undefined) return undefined;
  const after = line.slice(record.length).replace(/^[\s:,;-]+/u, '');
  const found = registry.byWords(after);
  if (found?.command.typed === undefined || !takesRecord(found.command.typed)) return undefined;
  const words = after.slice(0, after.length - found.rest.length).replace(/[\s,.:;!?]+$/u, '');
  const digits = /\d+$/u.exec(record)?.[0] ?? '';
  return `${words} CS${digits} ${found.rest}`.trim();
}
