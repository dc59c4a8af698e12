import type { ApiModel, DocumentedResponse, MediaType } from '../../model/api-model.ts';
import { isObject, type Json } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { withoutWriteOnly } from '../../values/without-write-only.ts';

/** A value as an answer sends it: what is `writeOnly` is left out (JSON Schema validation, section 9.4). */
export function asAnswer({ schemas }: ApiModel, schema: Pointer | undefined, value: Json): Json {
  if (schema === undefined) return value;
  return withoutWriteOnly(value, schemas.check(schema, value, 'response'));
}

/** The description with examples of responses as answers send them: one may show a schema used both ways. */
export function withAnswerableExamples(api: ApiModel): ApiModel {
  if (!isMarked(api.document)) return api;
  const contentOf = (media: MediaType): MediaType => {
    const examples = media.examples.map((example) => {
      const value = asAnswer(api, media.schema, example.value);
      return value === example.value ? example : { ...example, value };
    });
    return { ...media, examples };
  };
  const responseOf = (response: DocumentedResponse): DocumentedResponse => ({
    ...response,
    content: response.content.map(contentOf),
  });
  const operations = api.operations.map((operation) => ({
    ...operation,
    responses: operation.responses.map(responseOf),
  }));
  const responses = new Map([...api.responses].map(([name, it]) => [name, responseOf(it)]));
  // What is read when it is asked for stays so: to copy the ledger would be to read it.
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(api),
      operations: { value: operations, enumerable: true },
      responses: { value: responses, enumerable: true },
    },
  ) as ApiModel;
}

/** Whether anything in a description may be `writeOnly`. */
function isMarked(node: Json): boolean {
  if (Array.isArray(node)) return node.some(isMarked);
  if (!isObject(node)) return false;
  return node['writeOnly'] === true || Object.values(node).some(isMarked);
}
