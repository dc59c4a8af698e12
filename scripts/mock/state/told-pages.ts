import { objectOf, textOf } from '../../base/json.ts';
import { parentOf, tokensOf, valueAt, withValueAt } from '../../base/json-pointer.ts';
import type { Operation } from '../../model/api-model.ts';
import { responseFor } from '../../model/documented-response.ts';
import type { Pagination } from '../../model/policies.ts';
import { withValue, type AnswerDraft, type Asked, type Surroundings } from '../behaviour/step.ts';
import { valueOf } from './shelf.ts';

/** The query parameter by which the mock knows a page again that it has linked to. */
const OWN_PARAMETER = 'kiln-after';

/** Where a page begins that an answer has told of: a place in the list that stays what it is whatever is deleted. */
export function startTold(asked: Asked, pagination: Pagination): number {
  const told =
    pagination.style === 'cursor'
      ? valueOf(asked, pagination.cursor)
      : new URLSearchParams(asked.call.query).get(OWN_PARAMETER);
  const [, digits] = /^after-(\d{1,9})$/.exec(decode(textOf(told ?? ''))) ?? [];
  // One that nobody has told of begins at the beginning.
  return Number(digits ?? 0);
}

/** The answer with what the next page is asked for with; undefined says that there is none. */
export function tellNext(
  surroundings: Surroundings,
  asked: Asked,
  draft: AnswerDraft,
  next: number | undefined,
): AnswerDraft {
  const { operation } = asked;
  const { pagination } = operation;
  if (pagination?.style === 'link') return linked(operation, asked, draft, next);
  if (pagination?.style !== 'cursor') return draft;
  const { next: place } = pagination;
  const { value } = draft;
  const around = objectOf(valueAt(value, parentOf(place)));
  const name = tokensOf(place).at(-1) ?? '';
  const { [name]: _, ...others } = around;
  const ways =
    next === undefined
      ? [withValueAt(value, parentOf(place), others), withValueAt(value, place, null)]
      : [withValueAt(value, place, encode(`after-${next}`))];
  for (const way of [...ways, withValueAt(value, place, '')]) {
    const told = withValue(surroundings.api, draft, way);
    if (told !== draft) return told;
  }
  return draft;
}

function linked(
  operation: Operation,
  { call }: Asked,
  draft: AnswerDraft,
  next: number | undefined,
): AnswerDraft {
  const { link: _, ...others } = draft.headers;
  const query = new URLSearchParams(call.query);
  query.delete(OWN_PARAMETER);
  if (next !== undefined) query.set(OWN_PARAMETER, encode(`after-${next}`));
  const isNeeded = responseFor(operation, 200)?.headers.some(
    ({ name, required }) => required && name.toLowerCase() === 'link',
  );
  if (next === undefined && !isNeeded) return { ...draft, headers: others };
  const link = `<?${query.toString()}>; rel="${next === undefined ? 'first' : 'next'}"`;
  return { ...draft, headers: { ...others, link } };
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}

function decode(text: string): string {
  return Buffer.from(text, 'base64url').toString();
}
