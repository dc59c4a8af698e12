import type { ApiModel, Example, MediaType, Operation } from '../../core/api-model.ts';
import { objectOf } from '../../core/json.ts';
import { append, tokensOf, type Pointer } from '../../core/json-pointer.ts';
import { breachesOf } from '../check-value.ts';
import { nodeAt, resolve } from '../references.ts';
import type { Hit, Rule } from '../rule.ts';

/** Examples are what people copy and mocks answer with: they are there, and they are right. */
export const examplesPresentAndValid: Rule = {
  id: 'examples-present-and-valid',
  severity: 'error',
  description:
    'Each request body and each response with content has an example, and examples fit their schemas.',
  supersedes: ['no-invalid-media-type-examples', 'no-invalid-parameter-examples'],
  *check(api) {
    for (const operation of api.operations) {
      for (const { media, what } of contentOf(operation)) {
        if (!READABLE.test(media.mediaType)) continue;
        if (!hasExample(api, media)) {
          yield { at: media.pointer, message: `${what} has no example` };
        }
        yield* misfits(api, media);
      }
      for (const parameter of operation.parameters) yield* misfits(api, parameter);
    }
  },
};

/** Media types whose examples are written as JSON values; those of files and images are not. */
const READABLE = /[/+]json\b|x-www-form-urlencoded/;

function* contentOf({
  body,
  responses,
}: Operation): Generator<{ readonly media: MediaType; readonly what: string }> {
  for (const media of body?.content ?? []) yield { media, what: 'The request body' };
  for (const { status, content } of responses) {
    for (const media of content) yield { media, what: `Response ${status}` };
  }
}

function hasExample({ document }: ApiModel, { pointer, schema, examples }: MediaType): boolean {
  if (examples.length > 0) return true;
  // An `externalValue` is an example, too, though it is not in the model.
  if (Object.keys(objectOf(nodeAt(document, pointer)['examples'])).length > 0) return true;
  const resolved = schema ? nodeAt(document, resolve(document, schema)) : {};
  return 'examples' in resolved || 'example' in resolved;
}

function* misfits(
  api: ApiModel,
  {
    schema,
    examples,
  }: { readonly schema: Pointer | undefined; readonly examples: readonly Example[] },
): Generator<Hit> {
  if (schema === undefined) return;
  for (const { name, value, pointer } of examples) {
    const which = name === 'example' ? 'The example' : `The example ${name}`;
    for (const { instance, message } of breachesOf(api, schema, value)) {
      const at = append(pointer, ...tokensOf(`#${instance}`));
      const where = instance === '' ? '' : ` at ${instance}`;
      yield { at, message: `${which}${where} ${message}` };
    }
  }
}
