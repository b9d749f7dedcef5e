import { z } from 'zod/v4';

/** A setting that `read` parses; undefined is a fault. The message continues after the variable's name. */
export const setting = <Value>(read: (text: string) => Value | undefined, message: string) =>
  z.string().transform((text, context) => {
    const value = read(text);
    if (value !== undefined) return value;
    context.addIssue(message);
    return z.NEVER;
  });

/** One of some words, in upper or lower case. */
export const oneOf = <Word extends string>(words: readonly Word[]) =>
  setting(
    (text) => words.find((word) => word.toLowerCase() === text.toLowerCase()),
    `must be one of ${words.join(', ')}.`,
  );

export const wholeNumber = (from: number, to: number) =>
  setting((text) => {
    const value = /^\d+$/.test(text) && text.length <= String(to).length ? Number(text) : -1;
    return from <= value && value <= to ? value : undefined;
  }, `must be a whole number from ${from} to ${to}.`);

export const HOST_NAME = /^[A-Za-z0-9.:_-]{1,253}$/;

/** The parts of a list separated by commas or spaces. */
export const partsOf = (text: string): string[] => text.split(/[\s,]+/u).filter((part) => part !== '');
