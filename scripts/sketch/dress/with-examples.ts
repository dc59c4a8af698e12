import { isObject, objectOf, stringOf, type Json, type JsonObject } from '../../base/json.ts';
import { pointerOf, valueAt } from '../../base/json-pointer.ts';
import { sampleValue } from '../../values/generate/sample-value.ts';
import { rewrite } from './rewrite.ts';

/** Media types that need an example. */
const SHOWN = /[/+]json\b|x-www-form-urlencoded/;

/** An example for each body that has none, made by its schema. */
export function withExamples(document: JsonObject): JsonObject {
  return rewrite(document, (node, pointer, isSchema) => {
    const { content } = node;
    if (isSchema || !isObject(content) || /\/(headers|parameters)\/[^/]+$/.test(pointer))
      return node;
    const direction = /\/responses\//.test(pointer) ? 'response' : 'request';
    const entries = Object.entries(content).map(([type, media]): [string, Json] => {
      if (!SHOWN.test(type) || !isObject(media) || isShown(document, media)) return [type, media];
      const { schema } = media;
      const made = sampleValue(document, schema, { direction });
      if (!('value' in made)) return [type, media];
      return [type, { ...media, examples: { made: { value: made.value } } }];
    });
    return { ...node, content: Object.fromEntries(entries) };
  });
}

function isShown(document: JsonObject, media: JsonObject): boolean {
  if ('example' in media || Object.keys(objectOf(media['examples'])).length > 0) return true;
  let schema = objectOf(media['schema']);
  for (let steps = 0; steps < 20 && typeof schema['$ref'] === 'string'; steps += 1) {
    schema = objectOf(valueAt(document, pointerOf(stringOf(schema['$ref']) ?? '#')));
  }
  return 'examples' in schema || 'example' in schema;
}
