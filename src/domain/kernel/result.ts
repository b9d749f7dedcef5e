import type { Refusal } from './refusal';

/** What a decision gives: a value, or a refusal that says why not and what would be right. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

/** Wraps a decided value. */
export const ok = <T>(value: T): Result<T> => ({ ok: true, value });

/** Wraps a refusal as the result of a decision. */
export const no = (refusal: Refusal): Result<never> => ({ ok: false, refusal });
