import type { AnyCommand } from '../commands/command';
import type { RecordType } from '../domain/kernel/record-type';
import type { RecordDelivery } from '../ports/record-delivery';

/** What a kind of record brings from its own folders: what it is, how its notifications look, and what people can do to it. */
export interface KindModule<State, Event extends { readonly kind: string }> {
  readonly type: RecordType<State, Event>;
  readonly delivery: RecordDelivery<State>;
  readonly commands: readonly AnyCommand[];
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a list holds modules of every state
export type AnyKindModule = KindModule<any, any>;

/** The kinds of record beside cases and the product's own: a new kind is a line here. */
export const KIND_MODULES: readonly AnyKindModule[] = [];
