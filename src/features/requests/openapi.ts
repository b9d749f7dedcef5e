import { z } from 'zod/v4';
import { STATE_NAMES } from '../../domain/cases/case';
import type { Directory } from '../../domain/directory/directory';
import type { Policy } from '../../domain/policy/policy';
import { publishedSchema } from './request-schema';

const KEY_LENGTH = 128;
/** What an Idempotency-Key may be: 1 to 128 visible ASCII characters. */
export const IDEMPOTENCY_KEY = new RegExp(`^[!-~]{1,${KEY_LENGTH}}$`);

const CASE = {
  type: 'object',
  required: ['number', 'state', 'receivedAt', 'similar'],
  additionalProperties: false,
  properties: {
    number: { type: 'string', pattern: '^CS[0-9]{7,}$', examples: ['CS0000012'] },
    state: { type: 'string', enum: Object.keys(STATE_NAMES) },
    receivedAt: { type: 'string', format: 'date-time' },
    similar: {
      type: 'array',
      items: { type: 'string' },
      description: 'Open cases of the same system that looked similar when this one was opened.',
    },
  },
};

const PROBLEM = {
  type: 'object',
  description: 'RFC 9457. `type` names the problem for programs; title and detail are for people.',
  required: ['type', 'title', 'status'],
  properties: {
    type: { type: 'string', format: 'uri' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    errors: {
      type: 'array',
      description: 'Every error in the request, each at its member (a JSON Pointer).',
      items: {
        type: 'object',
        required: ['pointer', 'detail'],
        properties: { pointer: { type: 'string' }, detail: { type: 'string' } },
      },
    },
    case: { type: 'string', description: 'The open case that has the PR, if it is yours.' },
  },
};

const problem = (description: string, headers?: object) => ({
  description,
  ...(headers === undefined ? {} : { headers }),
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});
const found = (description: string, headers?: object) => ({
  description,
  ...(headers === undefined ? {} : { headers }),
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Case' } } },
});
const header = (description: string, type = 'string') => ({ description, schema: { type } });

const LOCATION = { Location: header('Where the case is: /api/cases/ and its number.') };
const FRONT = {
  '401': problem('No key, an unknown or revoked key, or two different keys.', {
    'WWW-Authenticate': header('Bearer'),
  }),
  '429': problem('Too many requests with this key.', {
    'Retry-After': header('Seconds to wait.', 'integer'),
  }),
  '500': problem('A server error. The detail has a reference to give the program office.'),
  '503': problem(
    'The server is stopping, its database is busy, or a stored record cannot be read. Send it again.',
  ),
};

const SUBMIT = {
  operationId: 'submitRequest',
  summary: 'Submits a Supply Assistance Request. A case is opened for it.',
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      required: true,
      description:
        'One per request, 1 to 128 visible ASCII characters. The same key with the same request returns the same case, however often it is sent.',
      schema: { type: 'string', minLength: 1, maxLength: KEY_LENGTH, pattern: IDEMPOTENCY_KEY.source },
    },
  ],
  requestBody: {
    required: true,
    content: { 'application/json': { schema: { $ref: '#/components/schemas/Request' } } },
  },
  responses: {
    '201': found('A case was opened.', LOCATION),
    '200': found('The request was sent before. This is the case it opened, as it is now.', LOCATION),
    '400': problem(
      "The body isn't JSON in UTF-8, a member appears twice, or the Idempotency-Key is missing or invalid.",
    ),
    ...FRONT,
    '409': problem('The PR is on another open case, or the key was used for another request.'),
    '413': problem('The body is larger than 256 KiB.'),
    '415': problem("The body isn't application/json in UTF-8, or it has a content encoding."),
    '422': problem('Members are missing or not valid.'),
  },
};

const SHOW = {
  operationId: 'showCase',
  summary: 'A case that the same system submitted.',
  parameters: [{ name: 'number', in: 'path', required: true, schema: CASE.properties.number }],
  responses: { '200': found('The case.'), ...FRONT, '404': problem('This system has no such case.') },
};

/** The document of the API for customers' systems, OpenAPI 3.1, with the reasons of the policy in force and the MSCs of the directory. */
export function openApiOf(policy: Policy, directory: Directory): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Casekeeper: Supply Assistance Requests',
      version: '1',
      description:
        "Opens cases for customers' systems. Each system has a key, created by the program office.",
    },
    servers: [{ url: '/' }],
    security: [{ bearer: [] }, { apiKey: [] }],
    paths: { '/api/cases': { post: SUBMIT }, '/api/cases/{number}': { get: SHOW } },
    components: {
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        apiKey: { type: 'apiKey', in: 'header', name: 'X-Api-Key' },
      },
      schemas: { Request: z.toJSONSchema(publishedSchema(policy, directory)), Case: CASE, Problem: PROBLEM },
    },
  };
}
