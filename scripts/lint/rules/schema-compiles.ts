import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { ApiModel } from '../../core/api-model.ts';
import { nodesOf, type DescriptionNode } from '../../core/description-nodes.ts';
import type { Json, JsonObject } from '../../core/json.ts';
import { append } from '../../core/json-pointer.ts';
import { UserError } from '../../core/user-error.ts';
import type { Hit, Rule } from '../rule.ts';
import { noNullable } from './no-nullable.ts';

/** A schema that no validator accepts checks nothing: the mock would refuse to start. */
export const schemaCompiles: Rule = {
  id: 'schema-compiles',
  severity: 'error',
  description: 'Each schema is a JSON Schema of 2020-12 that compiles.',
  supersedes: ['struct'],
  *check(api) {
    const schemas = [...nodesOf(api.document)].filter(({ isSchema }) => isSchema);
    const broken = schemas.flatMap((schema) => [...brokenKeywords(schema)]);
    yield* broken;
    // Some schemas are sound word by word and fail as a whole: a reference to what is no schema.
    if (broken.length > 0 || [...noNullable.check(api)].length > 0) return;
    const failures = schemas.flatMap((schema) => failureOf(api, schema));
    yield* failures.filter(({ at }) => !failures.some((it) => it.at.startsWith(`${at}/`)));
  },
};

function* brokenKeywords({ node, pointer }: DescriptionNode): Generator<Hit> {
  const own = Object.entries(node).filter(([keyword, value]) => isOwn(keyword, value));
  if (reasonAgainst(Object.fromEntries(own)) === undefined) return;
  for (const [keyword, value] of own) {
    const reason = reasonAgainst({ [keyword]: value });
    if (reason !== undefined) yield { at: append(pointer, keyword), message: reason };
  }
}

/** Left out are schemas inside, which are looked at by themselves, and the words of `no-nullable`. */
function isOwn(keyword: string, value: Json): boolean {
  if (keyword.startsWith('$')) return false;
  if (/^(exclusive(Min|Max)imum|nullable)$/.test(keyword)) return typeof value !== 'boolean';
  return value === null || typeof value !== 'object' || /^(type|required|enum)$/.test(keyword);
}

function reasonAgainst(schema: JsonObject): string | undefined {
  try {
    ajv.compile(schema);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function failureOf({ schemas }: ApiModel, { pointer }: DescriptionNode): Hit[] {
  try {
    schemas.check(pointer, null);
    return [];
  } catch (error) {
    if (error instanceof UserError) return [{ at: pointer, message: error.message }];
    throw error;
  }
}

const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false });
addFormats.default(ajv);
