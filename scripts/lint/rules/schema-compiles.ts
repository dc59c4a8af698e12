import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { nodesOf, type DescriptionNode } from '../../model/description-nodes.ts';
import { objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { append } from '../../base/json-pointer.ts';
import { withoutBigints } from '../../values/without-bigints.ts';
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
    const flaws = outermost(schemas).flatMap(({ pointer }) => api.schemas.flaws(pointer));
    // One schema is part of many.
    yield* new Map(flaws.map((it) => [`${it.at} ${it.message}`, it])).values();
  },
};

function* brokenKeywords({ node, pointer }: DescriptionNode): Generator<Hit> {
  // The validator of schemas knows no bigints, and its words are not about their size.
  const own = Object.entries(objectOf(withoutBigints(node))).filter(([keyword, value]) =>
    isOwn(keyword, value),
  );
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

/** What JSON Schema's own schema has against these words, or the compiler, whose words are better. */
function reasonAgainst(schema: JsonObject): string | undefined {
  const isSound = ajv.validateSchema(schema) === true;
  // That a pattern is a regular expression is only a note there.
  if (isSound && !('pattern' in schema)) return undefined;
  const [error] = isSound ? [] : (ajv.errors ?? []);
  try {
    ajv.compile(schema);
  } catch (cause) {
    return cause instanceof Error ? cause.message : String(cause);
  } finally {
    // Each would be remembered for good.
    ajv.removeSchema(schema);
  }
  return error && `${Object.keys(schema).join()} ${error.message ?? 'is not of JSON Schema'}`;
}

/** Schemas in no other: to compile one is to compile what it is made of, but for definitions. */
function outermost(schemas: readonly DescriptionNode[]): DescriptionNode[] {
  let last: DescriptionNode | undefined;
  return schemas.filter((schema) => {
    const { pointer } = schema;
    const isBelow = last !== undefined && pointer.startsWith(`${last.pointer}/`);
    if (isBelow && !/\/(\$defs|definitions)\//.test(pointer)) return false;
    last = schema;
    return true;
  });
}

const ajv = new Ajv2020({ strict: false, validateSchema: false, logger: false });
addFormats.default(ajv);
