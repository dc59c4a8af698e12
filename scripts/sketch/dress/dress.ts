import {
  arrayOf,
  objectOf,
  stringOf,
  textOf,
  type Json,
  type JsonObject,
} from '../../base/json.ts';
import { sentenceOf } from '../infer/call-names.ts';
import { dressOperations } from './dress-operations.ts';
import { dropUnused } from './drop-unused.ts';
import { nameAnswers } from './name-answers.ts';
import { rewrite } from './rewrite.ts';
import { reachableServers } from './reachable-servers.ts';
import { withExamples } from './with-examples.ts';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';

/** A description that has all that the house rules want of one, but for its evidence. */
export function dress(document: JsonObject, title: string): JsonObject {
  const plain = rewrite(document, withoutOwnEvidence);
  const named = nameAnswers(plain);
  const operated = dressOperations(named);
  const { info, servers, tags, paths, components, webhooks, openapi, ...rest } = operated;
  const whole: JsonObject = {
    openapi: textOf(openapi).startsWith('3.2') ? (openapi ?? '') : '3.1.0',
    jsonSchemaDialect: DIALECT,
    info: dressInfo(objectOf(info), title),
    servers: reachableServers(servers),
    ...rest,
    tags: tagsOf(operated, tags),
    paths: paths ?? {},
    ...(webhooks !== undefined && { webhooks }),
    components: components ?? {},
  };
  return withExamples(dropUnused(rewrite(whole, dressNode)));
}

/** What its ledger said stands in another ledger. */
function withoutOwnEvidence({
  'x-evidence': _evidence,
  'x-kiln-ignore': _ignore,
  ...node
}: JsonObject): JsonObject {
  return node;
}

function dressInfo(info: JsonObject, title: string): JsonObject {
  const { license, ...rest } = info;
  const told = objectOf(license);
  const isLinked = 'url' in told || 'identifier' in told;
  return {
    ...rest,
    title: stringOf(info['title'])?.trim() || title,
    version: textOf(info['version']) || '1.0.0',
    description:
      stringOf(info['description'])?.trim() ||
      `Begun by \`kiln new\`. Say here what the API is for and how its first call is made.`,
    license: {
      ...told,
      name: stringOf(told['name']) || 'Not stated by the source',
      ...(!isLinked && { identifier: 'NOASSERTION' }),
    },
  };
}

function tagsOf(document: JsonObject, tags: Json | undefined): Json {
  const told = new Map(arrayOf(tags).map((it) => [textOf(objectOf(it)['name']), objectOf(it)]));
  const used = new Set<string>();
  for (const item of [
    ...Object.values(objectOf(document['paths'])),
    ...Object.values(objectOf(document['webhooks'])),
  ]) {
    for (const operation of Object.values(objectOf(item))) {
      for (const tag of arrayOf(objectOf(operation)['tags'])) used.add(textOf(tag));
    }
  }
  return [...new Set([...told.keys(), ...used])].map((name) => ({
    ...told.get(name),
    name,
    description:
      stringOf(told.get(name)?.['description'])?.trim() ||
      `Operations on ${sentenceOf(name).toLowerCase()}.`,
  }));
}

/** What is amiss with any node, wherever it stands. */
function dressNode(node: JsonObject, pointer: string, isSchema: boolean): JsonObject {
  // A description that is blank says less than none.
  if (
    typeof node['description'] === 'string' &&
    node['description'].trim() === '' &&
    !/\/responses\/[^/]+$/.test(pointer)
  ) {
    const { description: _blank, ...rest } = node;
    return rest;
  }
  if (isSchema || typeof node['in'] !== 'string' || typeof node['name'] !== 'string') return node;
  return dressParameter(node, pointer);
}

function dressParameter(node: JsonObject, pointer: string): JsonObject {
  if (/securitySchemes/.test(pointer)) return node;
  const schema = objectOf(node['schema']);
  const isList = schema['type'] === 'array' || '$ref' in schema;
  const { name, in: place, required, ...rest } = node;
  const described: JsonObject = {
    name: name ?? '',
    in: place ?? '',
    ...(required !== undefined && { required }),
    ...rest,
    description: stringOf(node['description'])?.trim() || `${sentenceOf(textOf(node['name']))}.`,
  };
  if (!isList || !['query', 'cookie'].includes(textOf(node['in'])) || 'style' in node)
    return described;
  return { ...described, style: 'form', explode: node['explode'] ?? true };
}
