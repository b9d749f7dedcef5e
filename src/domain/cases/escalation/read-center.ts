import { is, isNot, type Read } from '../../kernel/text/typed-text';
import type { Policies, Policy } from '../../policy/policy';

/** The item of a checklist at which the Distribution Center is chosen (rules ES-3 f, ES-12). */
export const CENTER_ITEM = 'distribution-center';

type Centers = Policy['distributionCenters'];

// A longer list stands in the field itself.
const MAX_NAMED = 12;

/** The Distribution Centers that can be chosen now: those of today, whenever the case was opened. */
export const centersOf = ({
  policies,
  now,
}: {
  readonly policies: Policies;
  readonly now: number;
}): Centers => policies.at(now).distributionCenters;

/** Reads a Distribution Center of the site by its key or its name, and gives its name; anything else is refused. */
export const readCenter =
  (centers: Centers) =>
  (typed: string): Read<string> => {
    const word = typed.replaceAll(/\s+/gu, ' ').toLowerCase();
    const center = centers.find(({ key, name }) => key === word || name.toLowerCase() === word);
    if (center !== undefined) return is(center.name);
    return isNot(`"${typed.slice(0, 60)}" isn't a Distribution Center at this site. ${centersText(centers)}`);
  };

/** What can be chosen, in words. */
export const centersText = (centers: Centers): string =>
  centers.length > MAX_NAMED
    ? 'Choose one from the list.'
    : `Choose one of: ${centers.map(({ name }) => name).join(', ')}.`;
