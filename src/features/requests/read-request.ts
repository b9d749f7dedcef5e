import type { z } from 'zod/v4';
import type { RequestFault } from '../../ports/problem';
import type { Typed } from '../../domain/kernel/text/typed-form';
import type { Policy } from '../../domain/policy/policy';
import type { FieldFault } from '../../domain/kernel/refusal';
import { requestSchema, WRITTEN_OTHERWISE } from './request-schema';

/** What a body says in the domain's fields, and the faults of its form. */
interface RequestRead {
  readonly typed: Typed;
  readonly faults: readonly RequestFault[];
  /** Texts that are written otherwise than the document has it; the domain may say the same in its own words. */
  readonly writtenOtherwise: readonly RequestFault[];
}

// Where the domain's fields are in the body; the others are at its top level under their own names.
const CONTACT = { contactName: 'name', contactEmail: 'email', contactPhone: 'phone' } as const;
const TOP = [
  'account',
  'msc',
  'ipd',
  'priority',
  'nsn',
  'pr',
  'requisition',
  'reason',
  'description',
] as const;

/** Unknown members are as many and as long as the sender likes; the answer is not. */
const MAX_UNKNOWN = 20;
const MAX_NAME = 60;

/** Reads a body that may be anything, member by member. Members at fault are left out of `typed`. */
export function readRequest(body: unknown, policy: Policy): RequestRead {
  const read = requestSchema(policy).safeParse(body);
  const issues = read.success ? [] : read.error.issues;
  const faults = issues.filter((issue) => !isOfWriting(issue)).flatMap((issue) => faultsOf(issue, body));
  const writtenOtherwise = issues.filter(isOfWriting).flatMap((issue) => faultsOf(issue, body));
  if (isObject(body) && body['ipd'] === undefined && body['priority'] === undefined) {
    faults.push({
      pointer: '#/priority',
      detail: 'Send ipd (1 to 15) or priority: emergency, high, medium, or low.',
    });
  }
  return { typed: typedOf(body), faults, writtenOtherwise };
}

const isOfWriting = (issue: z.core.$ZodIssue): boolean =>
  issue.code === 'custom' && issue.params?.['writtenOtherwise'] === WRITTEN_OTHERWISE.writtenOtherwise;

/** All faults of a request, each place once: those of its form first, then the domain's, then those of how it is written. */
export function allFaults(
  { faults, writtenOtherwise }: RequestRead,
  ofDomain: readonly FieldFault[],
): readonly RequestFault[] {
  const all = [...faults];
  const others = ofDomain.map(({ field, message }) => ({ pointer: pointerOf(field), detail: message }));
  for (const fault of [...others, ...writtenOtherwise]) {
    const { pointer } = fault;
    const isTold = all.some((known) => pointer === known.pointer || pointer.startsWith(`${known.pointer}/`));
    if (!isTold) all.push(fault);
  }
  return all;
}

const pointerOf = (field: string): string =>
  field in CONTACT ? `#/contact/${CONTACT[field as keyof typeof CONTACT]}` : `#/${field}`;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function typedOf(body: unknown): Typed {
  const top = isObject(body) ? body : {};
  const contact = isObject(top['contact']) ? top['contact'] : {};
  const members = [
    ...TOP.map((field) => [field, top[field]] as const),
    ...Object.entries(CONTACT).map(([field, name]) => [field, contact[name]] as const),
  ];
  return Object.fromEntries(
    members.flatMap(([field, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[field, String(value)]] : [],
    ),
  );
}

function faultsOf(issue: z.core.$ZodIssue, body: unknown): RequestFault[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.slice(0, MAX_UNKNOWN).map((name) => ({
      pointer: pointerTo([...issue.path, name]),
      detail: 'Unknown member. Leave it out.',
    }));
  }
  // The domain reports what is missing, in its own words.
  if (issue.code === 'invalid_type' && issue.path.length > 0 && valueAt(body, issue.path) === undefined)
    return [];
  return [{ pointer: pointerTo(issue.path), detail: issue.message }];
}

const valueAt = (body: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((value, name) => (isObject(value) ? value[String(name)] : undefined), body);

/** A JSON Pointer as a URI fragment (RFC 6901, 6); halves of characters cannot stand in one. */
const pointerTo = (path: readonly PropertyKey[]): string =>
  ['#', ...path.map((name) => encodeURIComponent(tokenOf(String(name))))].join('/');
const tokenOf = (name: string): string =>
  name
    .slice(0, MAX_NAME)
    .replace(/\p{Cs}/gu, '\ufffd')
    .replaceAll('~', '~0')
    .replaceAll('/', '~1');
