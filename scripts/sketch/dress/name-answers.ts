import { isObject, objectOf, stringOf, type Json, type JsonObject } from '../../base/json.ts';
import { METHODS } from '../../model/api-model.ts';
import { nameCall, pascal } from '../infer/call-names.ts';

/** What an operation answers with success becomes a component, so that it has a name. */
export function nameAnswers(document: JsonObject): JsonObject {
  const components = objectOf(document['components']);
  const schemas: Record<string, Json> = { ...objectOf(components['schemas']) };
  const name = (schema: JsonObject, wanted: string): JsonObject => {
    if ('$ref' in schema || isPlain(schema['type'])) return schema;
    let free = wanted;
    for (let count = 2; free in schemas; count += 1) free = `${wanted}${count}`;
    schemas[free] = schema;
    return { $ref: `#/components/schemas/${free}` };
  };
  const nameIn = (response: Json, wanted: string): Json => {
    if (!isObject(response) || !isObject(response['content'])) return response;
    const content = Object.entries(response['content']).map(([type, media]): [string, Json] => {
      const schema = objectOf(media)['schema'];
      return [
        type,
        isObject(media) && isObject(schema) ? { ...media, schema: name(schema, wanted) } : media,
      ];
    });
    return { ...response, content: Object.fromEntries(content) };
  };
  const paths = Object.entries(objectOf(document['paths'])).map(([path, item]): [string, Json] => {
    const entries = Object.entries(objectOf(item)).map(([method, operation]): [string, Json] => {
      if (!(METHODS as readonly string[]).includes(method) || !isObject(operation))
        return [method, operation];
      const { operationId } = nameCall(method, path);
      const wanted = `${pascal(stringOf(operation['operationId']) ?? operationId)}Answer`;
      const responses = Object.entries(objectOf(operation['responses'])).map(
        ([status, response]): [string, Json] => [
          status,
          /^(2|default)/.test(status) ? nameIn(response, wanted) : response,
        ],
      );
      return [method, { ...operation, responses: Object.fromEntries(responses) }];
    });
    return [path, Object.fromEntries(entries)];
  });
  const shared = Object.entries(objectOf(components['responses'])).map(
    ([it, response]): [string, Json] => [it, nameIn(response, `${pascal(it)}Body`)],
  );
  return {
    ...document,
    paths: Object.fromEntries(paths),
    components: {
      ...components,
      schemas,
      ...(shared.length > 0 && { responses: Object.fromEntries(shared) }),
    },
  };
}

function isPlain(type: Json | undefined): boolean {
  const types =
    typeof type === 'string' ? [type] : Array.isArray(type) ? (type as readonly Json[]) : [];
  return types.length > 0 && types.every((it) => it !== 'object' && it !== 'array');
}
