import { toJsonSchema, toJsonSchemaDefs } from '@valibot/to-json-schema';
import type { Hono } from 'hono';
import type { GenericSchema } from 'valibot';
import { Block } from '#contract/article';
import { Comment } from '#contract/comment';
import { endpoints, type Endpoint } from '#contract/endpoints';
import { problemStatus, type ProblemCode } from '#contract/problem-codes';
import { Problem } from '#contract/problem';
import { send } from './every-answer.ts';

export const openApiPath = '/api/openapi.json';

/** Describes the whole API as OpenAPI 3.1, printed from the contract itself. */
export function mountOpenApi(app: Hono): void {
  const text = JSON.stringify(openApi());
  app.get(openApiPath, (c) => send(c, 200, text, { 'content-type': 'application/json; charset=utf-8' }));
}

function openApi() {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const [method = '', route = ''] = name.split(' ');
    const path = route.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [method.toLowerCase()]: operation(name, endpoint) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Riwaq', version: '1', license: { name: 'MIT', identifier: 'MIT' } },
    paths: { ...paths, ...operatorPaths },
    components: { schemas: { ...toJsonSchemaDefs(named, conversion), Problem: schemaOf(Problem) } },
  };
}

function operation(
  name: string,
  { summary, params, query, headers, body, form, conditional, stream, status, output, problems }: Endpoint,
) {
  // 405 is the path's answer to every other method; OpenAPI has no place for it but here.
  const codes = [...new Set<ProblemCode>([...problems, 'method_not_allowed', 'internal', 'unavailable'])];
  return {
    operationId: name.replace(/[^A-Za-z]+(\w)/g, (_, letter: string) => letter.toUpperCase()),
    summary,
    parameters: [
      ...parameters('path', params),
      ...parameters('query', query),
      ...parameters('header', headers),
    ],
    ...((body ?? form) && {
      requestBody: {
        required: true,
        content: {
          ...(body && { 'application/json': { schema: schemaOf(body) } }),
          ...(form && { 'application/x-www-form-urlencoded': { schema: schemaOf(form) } }),
        },
      },
    }),
    responses: {
      [status]: {
        description: stream ? 'Server-sent events; the schema is of their data' : 'As asked',
        ...(output.type !== 'undefined' && {
          content: { [stream ? 'text/event-stream' : 'application/json']: { schema: schemaOf(output) } },
        }),
      },
      ...(form && { 303: { description: 'Of a form: kept, and the way back to its page' } }),
      ...(conditional && { 304: { description: 'The same as the caller holds by If-None-Match' } }),
      ...Object.fromEntries(
        [...Map.groupBy(codes, (code) => problemStatus[code])].map(([failed, of]) => [
          failed,
          {
            description: of.join(', '),
            content: {
              'application/problem+json': problem,
              // A form that is refused comes back as a page, with its words.
              ...(form && { 'text/html': { schema: { type: 'string' } } }),
            },
          },
        ]),
      ),
    },
  };
}

const problem = { schema: { $ref: '#/components/schemas/Problem' } };

/** For whoever runs the site, not for those who read it. */
const operatorPaths = {
  '/healthz': forOperator('getHealth', 'Whether the process lives', 'application/json'),
  '/readyz': forOperator('getReadiness', 'Whether it can serve', 'application/json', {
    503: { description: 'unavailable', content: { 'application/problem+json': problem } },
  }),
  '/metrics': forOperator('getMetrics', 'Figures of the process, as Prometheus reads them', 'text/plain'),
};

function forOperator(
  operationId: string,
  summary: string,
  type: string,
  failures: Record<number, unknown> = {},
) {
  const answer = { description: 'As asked', content: { [type]: { schema: {} } } };
  return { get: { operationId, summary, parameters: [], responses: { 200: answer, ...failures } } };
}

function parameters(place: 'path' | 'query' | 'header', schema: GenericSchema | undefined) {
  if (schema === undefined) return [];
  const { properties = {}, required = [] } = schemaOf(schema);
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

/** What holds itself, and so must have a name to be called by. */
const named = { Block, Comment };

/** What is asked of a caller, before any conversion; our own checks have no words in JSON Schema. */
const conversion = {
  typeMode: 'input',
  errorMode: 'ignore',
  target: 'draft-2020-12',
  overrideRef: ({ referenceId }: { referenceId: string }) => `#/components/schemas/${referenceId}`,
} as const;

function schemaOf(schema: GenericSchema) {
  // References point into the document, so each schema's own copy of the definitions is left out.
  const { $defs: _, $schema: __, ...rest } = toJsonSchema(schema, { ...conversion, definitions: named });
  return rest;
}
