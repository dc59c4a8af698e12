import type { ApiModel, MediaType, Operation } from '../../model/api-model.ts';
import { objectOf } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { nodeAt, resolve } from '../references.ts';
import type { Rule } from '../rule.ts';

/** Examples are what people copy and mocks answer with: they are there, and they are right. */
export const examplesPresentAndValid: Rule = {
  id: 'examples-present-and-valid',
  severity: 'error',
  description:
    'Each request body and each response with content has an example, and examples fit their schemas.',
  *check(api) {
    const broken = api.aside.filter(({ what }) => what === 'example' || what === 'default');
    const seen = new Set<Pointer>();
    for (const operation of [...api.operations, ...api.webhooks]) {
      for (const { media, what } of contentOf(operation)) {
        // Operations share responses, and so their examples.
        if (seen.has(media.pointer) || !READABLE.test(media.mediaType)) continue;
        seen.add(media.pointer);
        const isThere = broken.some(({ pointer }) => pointer.startsWith(`${media.pointer}/`));
        if (!isThere && !hasExample(api, media)) {
          yield { at: media.pointer, message: `${what} has no example` };
        }
      }
    }
    for (const { what, pointer, name, why, at } of broken) {
      yield { at: pointer, message: `The ${what} ${name} breaks its schema: ${why}`, location: at };
    }
  },
};

/** Media types that need an example, and have it as a JSON value; those of files and images do not. */
const READABLE = /[/+]json\b|x-www-form-urlencoded/;

interface Content {
  readonly media: MediaType;
  readonly what: string;
}

function* contentOf({ body, responses }: Operation): Generator<Content> {
  for (const media of body?.content ?? []) {
    yield { media, what: 'The request body' };
  }
  for (const { status, content } of responses) {
    for (const media of content) {
      yield { media, what: `Response ${status}` };
    }
  }
}

function hasExample({ document }: ApiModel, { pointer, schema, examples }: MediaType): boolean {
  if (examples.length > 0) return true;
  // An `externalValue` is an example, too, though it is not in the model.
  if (Object.keys(objectOf(nodeAt(document, pointer)['examples'])).length > 0) return true;
  const resolved = schema ? nodeAt(document, resolve(document, schema)) : {};
  return 'examples' in resolved || 'example' in resolved;
}
