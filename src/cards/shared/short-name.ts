import { clip, oneLine } from './escape-text';

/** A name of a measure or a reason, in so many bytes that a card has room for all of them twice. */
export const shortName = (name: string): string => clip(oneLine(name), 50);
