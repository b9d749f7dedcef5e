import { reply, type Outcome } from '../../commands/command';
import { button } from '../../commands/forms/fields';
import { shorten } from '../../commands/shorten';
import { questionKeys } from '../../domain/metrics/question-key';
import type { Scope } from '../../domain/metrics/summary';
import type { Directory } from '../../domain/directory/directory';
import type { MetricsQuestion } from '../../ports/metrics';
import { measureName } from '../../commands/resolve/measure-named';

/** A card has room for six buttons. */
const MAX_OFFERED = 6;

/** What was said, and the command that its answers run, with what more they carry. */
interface Said {
  readonly said: string;
  readonly verb: string;
  readonly data?: Readonly<Record<string, string>>;
}

/** Asks which of several questions is meant, each a button that asks it as it stands. */
export function askWhich(
  questions: readonly MetricsQuestion[],
  { said, verb, data = {} }: Said,
  { directory }: { readonly directory: Directory },
): Outcome {
  const offered = questions.slice(0, MAX_OFFERED);
  const more = questions.length - offered.length;
  const rest = more === 0 ? '' : ` There are ${more} more. Type the full name.`;
  return reply({
    card: 'message',
    tone: 'plain',
    title: 'Which one?',
    text: `“${shorten(said, 120)}” could mean several things. Press the one you mean.${rest}`,
    buttons: offered.map((question) =>
      button(titleOf(question, questions, directory), verb, {
        ...questionKeys(question, directory),
        ...data,
      }),
    ),
  });
}

/** What tells a question from the others. */
function titleOf(question: MetricsQuestion, all: readonly MetricsQuestion[], directory: Directory): string {
  const parts = [
    (of: MetricsQuestion) => (of.measure === undefined ? 'All measures' : measureName(of.measure)),
    ({ scope }: MetricsQuestion) => scopeTitle(scope, directory),
    ({ period }: MetricsQuestion) => period.name,
  ];
  const differing = parts.filter((part) => new Set(all.map(part)).size > 1);
  return shorten(differing.map((part) => part(question)).join(', '), 80);
}

/** The name with what it is: an MSC and its groups are often called alike, and so are people. */
function scopeTitle(scope: Scope, directory: Directory): string {
  switch (scope.kind) {
    case 'enterprise':
      return scope.name;
    case 'msc':
      return `${scope.name}, the whole MSC`;
    case 'group':
      return `${scope.name} (${scope.key})`;
    case 'person':
      return `${scope.name} (${whereOf(scope.key, directory)})`;
  }
}

function whereOf(person: string, directory: Directory): string {
  const known = directory.person(person);
  const group = directory.group(known?.primary ?? '') ?? directory.groupsOf(person)[0];
  return [group?.key, known?.email].filter((part) => part !== undefined).join(', ');
}
