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
    paths,
    components: { schemas: { ...toJsonSchemaDefs(named, conversion), Problem: schemaOf(Problem) } },
  };
}

function operation(
  name: string,
  { summary, params, query, headers, body, status, output, problems }: Endpoint,
) {
  const codes = [...new Set<ProblemCode>([...problems, 'internal', 'unavailable'])];
  return {
    operationId: name.replace(/[^A-Za-z]+(\w)/g, (_, letter: string) => letter.toUpperCase()),
    summary,
    parameters: [
      ...parameters('path', params),
      ...parameters('query', query),
      ...parameters('header', headers),
    ],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }),
    responses: {
      [status]: { description: 'As asked', content: { 'application/json': { schema: schemaOf(output) } } },
      ...Object.fromEntries(
        [...Map.groupBy(codes, (code) => problemStatus[code])].map(([failed, of]) => [
          failed,
          {
            description: of.join(', '),
            content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
          },
        ]),
      ),
    },
  };
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
