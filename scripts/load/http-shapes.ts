import type { JsonObject } from '../base/json.ts';
import { amount, closed, described, text } from './shape-parts.ts';

const refusal = { type: 'integer', minimum: 400, maximum: 499 } as const;

/** Shapes of the extensions on requests that HTTP lets a client repeat or make dependent. */
export const HTTP_SHAPES = {
  'x-idempotency': closed(
    'A request that is sent again with its key is not carried out again.',
    {
      header: described('Header parameter that takes the key.', text),
      lifetime: described('Seconds for which a key is remembered.', amount),
      repeated: {
        description:
          'What the key is answered with the same request: the first answer, or this status.',
        anyOf: [{ const: 'replayed' }, refusal],
      },
      mismatched: described('Status of the answer to the key with another request.', refusal),
    },
    ['header', 'lifetime', 'repeated', 'mismatched'],
  ),
  'x-conditional': closed(
    'Entity tags, and requests that depend on them.',
    {
      etag: described('How the tags of its answers compare.', { enum: ['strong', 'weak'] }),
      ifNoneMatch: described('Set where If-None-Match of the present tag is answered 304.', {
        const: 'honoured',
      }),
      ifMatch: described('Whether If-Match of another tag is answered 412, and none 428.', {
        enum: ['honoured', 'required'],
      }),
    },
    ['etag'],
  ),
} satisfies Readonly<Record<string, JsonObject>>;
