import { z } from 'zod';
import { messages } from '#lib/messages/en.ts';
import type { Operation } from './operation.ts';
import { OPERATIONS } from './operations/all.ts';

const PROBLEM = {
  description: messages.api.problem,
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

/** What the HTTP API can do, in OpenAPI 3.1: made of the schemas that requests are checked by. `site` is where it is reached. */
export function apiDocument(site: string) {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const operation of OPERATIONS)
    paths[operation.path] = { ...paths[operation.path], [operation.method.toLowerCase()]: described(operation) };
  return {
    openapi: '3.1.0',
    info: { title: 'Plenum', version: '1', description: messages.api.lead },
    servers: [{ url: `${site}/api/v1` }],
    paths,
    components: {
      securitySchemes: { token: { type: 'http', scheme: 'bearer', description: messages.api.tokenText } },
      schemas: {
        Problem: schemaOf(
          z.object({
            type: z.string(),
            status: z.number().int(),
            detail: z.string().describe('One sentence that says what to do.'),
            fields: z.array(z.object({ field: z.string(), problem: z.string() })).optional(),
          }),
          'output',
        ),
      },
    },
  };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output') {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}

function described(operation: Operation) {
  const { id, summary, scope, params, query, body, answer, method } = operation;
  const done = method === 'POST' ? '201' : '200';
  return {
    operationId: id,
    summary,
    description: messages.api.scope(scope),
    // What is public can be read without a token.
    security: method === 'GET' && scope === 'read' ? [{}, { token: [] }] : [{ token: [] }],
    parameters: [...parametersOf(params, 'path'), ...parametersOf(query, 'query')],
    ...(body.kind === 'none' ? {} : { requestBody: bodyOf(body) }),
    responses: { [done]: answerOf(answer), default: PROBLEM },
  };
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query') {
  const { properties = {}, required = [] } = schemaOf(schema, 'input');
  return Object.entries(properties).map(([name, of]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: of,
  }));
}

function bodyOf({ kind, schema }: Operation['body']) {
  const type = kind === 'json' ? 'application/json' : 'text/markdown';
  return { required: true, content: { [type]: { schema: schemaOf(schema, 'input') } } };
}

function answerOf(answer: z.ZodType | null) {
  const content =
    answer === null
      ? { 'text/markdown': { schema: { type: 'string' } } }
      : { 'application/json': { schema: schemaOf(answer, 'output') } };
  return { description: messages.api.done, content };
}
