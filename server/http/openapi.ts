import { z } from 'zod';
import { problemSchema } from '#contract/common';
import { ROLE_LABELS } from '#domain/access/roles';
import { ACCESS_RULES, type Access, type Admitted } from '#domain/access/rules';
import type { Endpoint, Tag } from './endpoint.ts';
import { HTTP_PROBLEMS } from './problems.ts';

type Json = Record<string, unknown>;

const TAGS: Readonly<Record<Tag, string>> = {
  drills: '福祉避難所開設訓練の計画・実施・評価・公開 / Welfare-shelter drills',
  municipality: '自治体 / Municipality',
  residents: '避難行動要支援者 / Residents needing support',
  shelters: '避難所 / Shelters',
  zones: '土砂災害警戒区域 / Hazard zones',
  scenarios: '想定区域 / Hypothetical zones',
  routes: '経路点検と孤立 / Routes, and who is cut off',
  data: 'データの取込み / Data',
  criteria: '優先順位の基準 / Criteria',
  jobs: '処理 / Jobs',
  map: '地図 / Map',
  access: '誰が何を見られるか / Who may see what',
  account: 'サインインとアカウント / Sessions and accounts',
  audit: '監査の記録 / Audit log',
  plans: '個別避難計画 / Individual evacuation plans',
  charts: '地域福祉カルテ / District charts',
  relay: 'つなぐシート / Relay sheets',
  resources: '地域の資源 / Social resources',
};

/** The OpenAPI 3.1 document of the endpoints, from the same declarations that answer them. */
export function openApiOf(endpoints: readonly Endpoint[], version: string): Json {
  const shared: Json = { Problem: schemaOf(problemSchema, 'output', {}) };
  const paths: Record<string, Json> = {};
  for (const endpoint of endpoints) {
    const path = endpoint.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [endpoint.method]: operationOf(endpoint, shared) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Michishirube',
      version,
      description:
        '土砂災害警戒区域と避難行動要支援者を照合し、優先順位を付けます。' +
        'Checks residents who need support against landslide zones and ranks them.',
    },
    servers: [{ url: '/' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths,
    components: { schemas: shared },
  };
}

function operationOf(endpoint: Endpoint, shared: Json): Json {
  return {
    operationId: operationIdOf(endpoint),
    tags: [endpoint.tag],
    summary: `${endpoint.summary.ja} / ${endpoint.summary.en}`,
    description: admittedWords(endpoint.access),
    parameters: [
      ...parametersOf(endpoint.params, 'path', shared),
      ...parametersOf(endpoint.query, 'query', shared),
    ],
    ...requestBodyOf(endpoint, shared),
    responses: {
      [endpoint.status ?? 200]: successOf(endpoint, shared),
      ...(endpoint.hasEtag ? { 304: { description: '変更なし / Not modified' } } : {}),
      ...problemsOf(endpoint, shared),
    },
  };
}

function admittedWords(access: Access): string {
  const admits: Admitted = ACCESS_RULES[access];
  if (admits === 'public') return 'サインインなしで使えます / Without signing in';
  if (admits === 'signed-in') return 'サインインした人が使えます / Whoever is signed in';
  const labels = admits.map((role) => ROLE_LABELS[role]);
  return `${labels.map(({ ja }) => ja).join('、')} / ${labels.map(({ en }) => en).join(', ')}`;
}

/** e.g. `get_municipalities_code_residents`: unique as path and method are. */
function operationIdOf({ method, path }: Endpoint): string {
  const words = path.replace(/^\/(api\/)?/, '').split(/[^A-Za-z]+/);
  return [method, ...words].filter((word) => word !== '').join('_');
}

function parametersOf(schema: z.ZodType, place: 'path' | 'query', shared: Json): Json[] {
  const { properties = {}, required = [] } = schemaOf(schema, 'input', shared);
  const names: readonly unknown[] = Array.isArray(required) ? required : [];
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || names.includes(name),
    schema: property,
  }));
}

function requestBodyOf({ accepts, body }: Endpoint, shared: Json): Json {
  if (accepts !== undefined) {
    const content = accepts.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]);
    return { requestBody: { required: true, content: Object.fromEntries(content) } };
  }
  if (body === null) return {};
  const content = { 'application/json': { schema: schemaOf(body, 'input', shared) } };
  return { requestBody: { required: true, content } };
}

function successOf({ response, hasEtag }: Endpoint, shared: Json): Json {
  const headers = hasEtag
    ? { headers: { ETag: { schema: { type: 'string' }, description: 'データの版 / Version' } } }
    : {};
  const content =
    'mediaType' in response
      ? { [response.mediaType]: { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(response, 'output', shared) } };
  return { description: '成功 / Success', ...headers, content };
}

/** Problems by status: one status can stand for several kinds. */
function problemsOf({ access, problems = [], conflict }: Endpoint, shared: Json): Json {
  const barriers = access === 'public' ? [] : (['access.denied'] as const);
  const codes = ['request.invalid' as const, 'request.too-many' as const, ...barriers, ...problems];
  const statuses = [...new Set(codes.map((code) => HTTP_PROBLEMS[code].status))];
  const entries = statuses.map((status) => {
    const ofStatus = codes.filter((code) => HTTP_PROBLEMS[code].status === status);
    const words = ofStatus.map((code) => {
      const { ja, en } = HTTP_PROBLEMS[code].title;
      return `${code}: ${ja} / ${en}`;
    });
    const schema =
      status === 409 && conflict !== undefined
        ? schemaOf(conflict, 'output', shared)
        : { $ref: '#/components/schemas/Problem' };
    return [
      status,
      { description: words.join('\n'), content: { 'application/problem+json': { schema } } },
    ];
  });
  return Object.fromEntries(entries);
}

/** JSON Schema of a shape. Shapes that hold themselves go to `shared`, where references can reach them. */
function schemaOf(schema: z.ZodType, io: 'input' | 'output', shared: Json): Record<string, Json> {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  const prefix = `Shared${Object.keys(shared).length}`;
  const text = JSON.stringify(made).replaceAll('"#/$defs/', `"#/components/schemas/${prefix}`);
  const { $schema: _dialect, $defs = {}, ...rest } = JSON.parse(text) as Record<string, Json>;
  for (const [name, definition] of Object.entries($defs)) shared[`${prefix}${name}`] = definition;
  return rest;
}
