import { faulty, no, ok, type FieldFault, type Result } from '../refusal';
import { readForCustomer, readTelling } from './says-something';
import { readLine, readText, TEXT_LIMITS, type Read } from './typed-text';

/** What a form or a typed line gives: field ids and what was typed. Nothing of it is trusted. */
export type Typed = Readonly<Record<string, string>>;

/**
 * Reads a form field by field and keeps every fault, so that all of them are shown at once (rule ES-9).
 * A field that reads `undefined` was empty or at fault; `complete` gives the refusal.
 */
export class TypedForm {
  readonly #faults: FieldFault[] = [];

  constructor(readonly typed: Typed) {}

  /** What was typed in a field, without the blanks around it; empty where nothing was. */
  raw(field: string): string {
    return (this.typed[field] ?? '').trim();
  }

  /** Whether anything that was read so far is at fault. */
  hasFaults(): boolean {
    return this.#faults.length > 0;
  }

  fault(field: string, message: string): void {
    this.#faults.push({ field, message });
  }

  /** Reads a field by its own reader; an empty one is not read. */
  optional<T>(field: string, reader: (typed: string) => Read<T>): T | undefined {
    const typed = this.raw(field);
    if (typed === '') return undefined;
    const read = reader(typed);
    if (read.ok) return read.value;
    this.fault(field, read.message);
    return undefined;
  }

  /** The same for a field that must be given; `missing` says what to give. */
  required<T>(field: string, missing: string, reader: (typed: string) => Read<T>): T | undefined {
    if (this.raw(field) === '') this.fault(field, missing);
    return this.optional(field, reader);
  }

  /** One line of text. */
  line(field: string, label: string, max: number): string | undefined {
    return this.optional(field, (typed) => readLine(label, typed, max));
  }

  /** Text of several lines. */
  text(field: string, label: string, max: number = TEXT_LIMITS.text): string | undefined {
    return this.optional(field, (typed) => readText(label, typed, max));
  }

  /** Text of several lines that must be given and say something: what `missing` asks for (see `saysSomething`). */
  requiredText(
    field: string,
    label: string,
    missing: string,
    max: number = TEXT_LIMITS.text,
  ): string | undefined {
    return this.required(field, missing, (typed) => readTelling(label, typed, missing, max));
  }

  /** The same for text that goes to the customer (see `tellsCustomer`). */
  requiredForCustomer(
    field: string,
    label: string,
    missing: string,
    max: number = TEXT_LIMITS.text,
  ): string | undefined {
    return this.required(field, missing, (typed) => readForCustomer(label, typed, missing, max));
  }

  /** The same where a word may do: what a customer asked, a note, why two cases are linked. */
  requiredWords(
    field: string,
    label: string,
    missing: string,
    max: number = TEXT_LIMITS.text,
  ): string | undefined {
    return this.required(field, missing, (typed) => readText(label, typed, max));
  }

  /** One of the keys of a table; any other is refused with the names that can be chosen. */
  choice<K extends string>(field: string, label: string, names: Readonly<Record<K, string>>): K | undefined {
    const keys = Object.keys(names) as K[];
    return this.optional(field, (typed) => {
      const key = keys.find((each) => each.toLowerCase() === typed.toLowerCase());
      if (key !== undefined) return { ok: true, value: key };
      return { ok: false, message: `${label} "${typed.slice(0, 40)}" isn't valid. ${oneOf(names)}` };
    });
  }

  /** The same for a choice that must be made. */
  requiredChoice<K extends string>(
    field: string,
    label: string,
    names: Readonly<Record<K, string>>,
  ): K | undefined {
    if (this.raw(field) === '') {
      this.fault(field, `${label} is missing. ${oneOf(names)}`);
    }
    return this.choice(field, label, names);
  }

  /**
   * The fields that must be there, now without `undefined`, or the refusal with all faults. A required field that is
   * empty without a fault is a defect of the form's reading and throws.
   */
  complete<T extends Readonly<Record<string, unknown>>>(
    fields: T,
  ): Result<{ readonly [K in keyof T]: Exclude<T[K], undefined> }> {
    if (this.#faults.length > 0) return no(faulty(this.#faults));
    const lacking = Object.keys(fields).filter((field) => fields[field] === undefined);
    if (lacking.length > 0) throw new Error(`A field has neither a value nor a fault: ${lacking.join(', ')}`);
    return ok(fields as { readonly [K in keyof T]: Exclude<T[K], undefined> });
  }
}

/** What can be chosen, where it can be read at a glance; a longer list stands in the field itself. */
function oneOf(names: Readonly<Record<string, string>>): string {
  const all = Object.values(names);
  return all.length > 8 ? 'Choose one from the list.' : `Choose one of: ${all.join(', ')}.`;
}
