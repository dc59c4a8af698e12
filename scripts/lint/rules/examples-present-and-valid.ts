import type { ApiModel, Breach, Direction, MediaType, Operation } from '../../model/api-model.ts';
import { nodesOf } from '../../model/description-nodes.ts';
import { arrayOf, objectOf, type Json } from '../../base/json.ts';
import { append, tokensOf, type Pointer } from '../../base/json-pointer.ts';
import { contentBreaches } from '../../wire/content-breaches.ts';
import { breachesOf } from '../breaches-of.ts';
import { nodeAt, resolve } from '../references.ts';
import type { Hit, Rule } from '../rule.ts';

/** Examples are what people copy and mocks answer with: they are there, and they are right. */
export const examplesPresentAndValid: Rule = {
  id: 'examples-present-and-valid',
  severity: 'error',
  description:
    'Each request body and each response with content has an example, and examples fit their schemas.',
  *check(api) {
    const seen = new Set<Pointer>();
    const isFirst = ({ pointer }: { readonly pointer: Pointer }) => {
      return !seen.has(pointer) && seen.add(pointer);
    };
    for (const operation of [...api.operations, ...api.webhooks]) {
      for (const { media, what, direction } of contentOf(operation)) {
        // Operations share responses, and so their examples.
        if (!isFirst(media)) continue;
        if (READABLE.test(media.mediaType) && !hasExample(api, media)) {
          yield { at: media.pointer, message: `${what} has no example` };
        }
        yield* misfitsIn(media, (value) => contentBreaches(api, media, value, direction));
      }
      for (const parameter of operation.parameters.filter(isFirst)) {
        const { schema } = parameter;
        if (schema === undefined) continue;
        yield* misfitsIn(parameter, (value) => breachesOf(api, schema, value, 'request'));
      }
    }
    yield* misfitsInSchemas(api);
  },
};

/** Media types that need an example, and have it as a JSON value; those of files and images do not. */
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

function* misfitsIn(
  { examples }: Pick<MediaType, 'examples'>,
  check: (value: Json) => readonly Breach[],
): Generator<Hit> {
  for (const { name, value, pointer } of examples) {
    const which = name === 'example' ? 'The example' : `The example ${name}`;
    yield* asHits(check(value), { which, pointer });
  }
}

/** Those that stand in the schemas themselves, which may be used both ways. */
function* misfitsInSchemas(api: ApiModel): Generator<Hit> {
  for (const { node, pointer, isSchema } of nodesOf(api.document)) {
    if (!isSchema) continue;
    const { example, examples } = node;
    if (example !== undefined) {
      const place = append(pointer, 'example');
      yield* asHits(breachesOf(api, pointer, example, 'either'), {
        which: 'The example',
        pointer: place,
      });
    }
    for (const [index, value] of arrayOf(examples).entries()) {
      const which = `Example ${index + 1}`;
      const place = append(pointer, 'examples', index);
      yield* asHits(breachesOf(api, pointer, value, 'either'), { which, pointer: place });
    }
  }
}

function* asHits(
  breaches: readonly Breach[],
  { which, pointer }: { readonly which: string; readonly pointer: Pointer },
): Generator<Hit> {
  for (const { instance, message } of breaches) {
    const at = append(pointer, ...tokensOf(`#${instance}`));
    const where = instance === '' ? '' : ` at ${instance}`;
    yield { at, message: `${which}${where} ${message}` };
  }
}
