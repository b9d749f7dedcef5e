import { z } from 'zod/v4';
import { PRIORITIES } from '../../domain/cases/details/details';
import { TEXT_LIMITS } from '../../domain/kernel/text/typed-text';
import { MSC_NAMES, type Directory, type Msc } from '../../domain/directory/directory';
import type { Policy } from '../../domain/policy/policy';
import { GIVEN_PATTERNS, REQUEST_PATTERNS } from './request-patterns';

// The email limit of RFC 5321; the others are more generous than what their readers accept.
const MAX_LENGTH = { account: 40, email: 254, phone: 60, item: 60 } as const;

/** Marks a fault in the format of a text: if the domain finds it too, its message is better. */
export const WRITTEN_OTHERWISE = { writtenOtherwise: true } as const;

/** A text with its limit, counted in characters as a reader sees them and as JSON Schema counts, and how it is written. */
const text = (label: string, max: number, pattern: string, description: string, example: string) =>
  z
    .string({ error: `${label} must be a string.` })
    .refine((given) => Array.from(given).length <= max, {
      error: ({ input }) =>
        `${label} has ${Array.from(String(input)).length} characters. Shorten it to ${max} or fewer.`,
    })
    .refine(matches(pattern), {
      error: `${label} doesn't match the OpenAPI document. Example: ${example}`,
      params: WRITTEN_OTHERWISE,
    })
    .meta({ maxLength: max, pattern, description, examples: [example] });

function matches(pattern: string): (given: string) => boolean {
  const written = new RegExp(pattern, 'u');
  return (given) => written.test(given);
}

const oneOf = <K extends string>(keys: readonly K[], description: string) =>
  z.enum(keys, { error: `Use one of: ${keys.join(', ')}.` }).meta({ description });

/** One of two that may each be empty. */
const given = (member: keyof typeof GIVEN_PATTERNS) => ({
  required: [member],
  properties: { [member]: { type: 'string', pattern: GIVEN_PATTERNS[member] } },
});

const contact = z
  .strictObject(
    {
      name: text(
        'The name',
        TEXT_LIMITS.name,
        REQUEST_PATTERNS.name,
        "The customer's contact person.",
        'Pat Customer',
      ),
      email: text(
        'The email address',
        MAX_LENGTH.email,
        REQUEST_PATTERNS.email,
        'Where messages are sent.',
        'pat@unit.example.mil',
      ).optional(),
      phone: text(
        'The phone number',
        MAX_LENGTH.phone,
        REQUEST_PATTERNS.phone,
        '7 to 15 digits.',
        'DSN 695-0100',
      ).optional(),
    },
    { error: 'The contact must be an object.' },
  )
  .meta({ anyOf: [given('email'), given('phone')] });

const ipd = z
  .int({ error: 'The IPD must be a whole number from 1 to 15.' })
  .min(1, { error: 'The IPD must be from 1 to 15.' })
  .max(15, { error: 'The IPD must be from 1 to 15.' });

const schemaOf = ({ reasons }: Policy, mscs: readonly Msc[]) =>
  z
    .strictObject(
      {
        account: text(
          'The account',
          MAX_LENGTH.account,
          REQUEST_PATTERNS.account,
          'DoDAAC, CAGE, or UEI.',
          'W25G1V',
        ),
        contact,
        msc: oneOf(mscs, 'The major subordinate command that the request is for.'),
        ipd: ipd.optional().meta({ description: 'Issue Priority Designator. It sets the priority.' }),
        priority: oneOf(PRIORITIES, 'For a request without an IPD.').optional(),
        nsn: text(
          'The NSN',
          MAX_LENGTH.item,
          REQUEST_PATTERNS.nsn,
          '13 digits.',
          '5331-00-618-5361',
        ).optional(),
        pr: text(
          'The PR number',
          MAX_LENGTH.item,
          REQUEST_PATTERNS.pr,
          'A PR can be on only one open case.',
          '7001234567',
        ).optional(),
        requisition: text(
          'The requisition',
          MAX_LENGTH.item,
          REQUEST_PATTERNS.requisition,
          'Document number.',
          'W25G1V63210001',
        ).optional(),
        reason: oneOf(Object.keys(reasons), 'What the request is about.'),
        description: text(
          'The description',
          TEXT_LIMITS.description,
          REQUEST_PATTERNS.description,
          'What the customer asks for.',
          'Where is my order for the packing?',
        ),
      },
      { error: 'Send one JSON object.' },
    )
    .meta({ anyOf: [{ required: ['ipd'] }, { required: ['priority'] }] });

const ALL_MSCS = Object.keys(MSC_NAMES) as Msc[];

// A schema takes a thousand times as long to make as to ask.
const made = new WeakMap<Policy, ReturnType<typeof schemaOf>>();

/**
 * A Supply Assistance Request as JSON (rule CA-1), with the reasons of the policy in force: the members, their types and
 * their limits. What they say is read by the domain, as at every other door: among it that an MSC takes requests.
 */
export function requestSchema(policy: Policy): ReturnType<typeof schemaOf> {
  const schema = made.get(policy) ?? schemaOf(policy, ALL_MSCS);
  made.set(policy, schema);
  return schema;
}

/** The same as it is published: it offers the MSCs that take requests at this site, and no other (rule ES-1). */
export const publishedSchema = (policy: Policy, { groups }: Directory): ReturnType<typeof schemaOf> =>
  schemaOf(
    policy,
    ALL_MSCS.filter((msc) => groups.some((group) => group.level === 2 && group.msc === msc)),
  );
