import type { ApiModel, Direction, MediaType, Operation } from '../../model/api-model.ts';
import { nodesOf } from '../../model/description-nodes.ts';
import { arrayOf, objectOf, type Json } from '../../base/json.ts';
import { append, tokensOf, type Pointer } from '../../base/json-pointer.ts';
import { breachesOf } from '../breaches-of.ts';
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
    const seen = new Set<Pointer>();
    const isFirst = ({ pointer }: { readonly pointer: Pointer }) => {
      return !seen.has(pointer) && seen.add(pointer);
    };
    for (const operation of [...api.operations, ...api.webhooks]) {
      for (const { media, what, direction } of contentOf(operation)) {
        // Operations share responses, and so their examples.
        if (!READABLE.test(media.mediaType) || !isFirst(media)) continue;
        if (!hasExample(api, media)) {
          yield { at: media.pointer, message: `${what} has no example` };
        }
        yield* misfits(api, media, direction);
      }
      for (const parameter of operation.parameters.filter(isFirst)) {
        yield* misfits(api, parameter, 'request');
      }
    }
    yield* misfitsInSchemas(api);
  },
};

/** Media types whose examples are written as JSON values; those of files and images are not. */
const READABLE = /[/+]json\b|x-www-form-urlencoded/;

interface Content {
  readonly media: MediaType;
  readonly what: string;
  readonly direction: Direction;
}

function* contentOf({ body, responses }: Operation): Generator<Content> {
  for (const media of body?.content ?? []) {
    yield { media, what: 'The request body', direction: 'request' };
  }
  for (const { status, content } of responses) {
    for (const media of content) {
      yield { media, what: `Response ${status}`, direction: 'response' };
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

function* misfits(
  api: ApiModel,
  { schema, examples }: Pick<MediaType, 'schema' | 'examples'>,
  direction: Direction,
): Generator<Hit> {
  if (schema === undefined) return;
  for (const { name, value, pointer } of examples) {
    const which = name === 'example' ? 'The example' : `The example ${name}`;
    yield* breachesAsHits(api, schema, { which, value, pointer, direction });
  }
}

/** Those that stand in the schemas themselves, which may be used both ways. */
function* misfitsInSchemas(api: ApiModel): Generator<Hit> {
  for (const { node, pointer, isSchema } of nodesOf(api.document)) {
    if (!isSchema) continue;
    const { example, examples } = node;
    if (example !== undefined) {
      const place = append(pointer, 'example');
      yield* breachesAsHits(api, pointer, { which: 'The example', value: example, pointer: place });
    }
    for (const [index, value] of arrayOf(examples).entries()) {
      const which = `Example ${index + 1}`;
      const place = append(pointer, 'examples', index);
      yield* breachesAsHits(api, pointer, { which, value, pointer: place });
    }
  }
}

function* breachesAsHits(
  api: ApiModel,
  schema: Pointer,
  {
    which,
    value,
    pointer,
    direction = 'either',
  }: {
    readonly which: string;
    readonly value: Json;
    readonly pointer: Pointer;
    readonly direction?: Direction;
  },
): Generator<Hit> {
  for (const { instance, message } of breachesOf(api, schema, value, direction)) {
    const at = append(pointer, ...tokensOf(`#${instance}`));
    const where = instance === '' ? '' : ` at ${instance}`;
    yield { at, message: `${which}${where} ${message}` };
  }
}
