import type { Operation } from '../model/api-model.ts';
import type { Pagination } from '../model/policies.ts';
import { nameWords, pathWords } from './schema-fields.ts';
import { durationWords } from './size-words.ts';

/** How the pages of a list are asked for, in Markdown; `sizes` says how long they are. */
export function pageWords(pagination: Pagination, sizes: string): string {
  const { in: place } = pagination;
  const size = code(nameWords(pagination.size));
  const rest = `${size} sets their size${sizes === '' ? '' : `: ${sizes}`}.`;
  switch (pagination.style) {
    case 'page':
      return `${code(nameWords(pagination.page))} in the ${place} counts pages from ${pagination.first}, and ${rest}`;
    case 'offset':
      return `${code(nameWords(pagination.offset))} in the ${place} says how many items come before a page, and ${rest}`;
    case 'cursor':
      return (
        `${code(nameWords(pagination.cursor))} in the ${place} takes ${code(pathWords(pagination.next))} of the page ` +
        `before, which the last page does not have. Pages follow each other so, and ${rest}`
      );
    case 'link':
      return `The header ${code('Link')} leads with ${code('rel="next"')} from page to page, and ${rest}`;
  }
}

/** What becomes of a request that is sent again with its key, in Markdown. */
export function keyNote({ idempotency }: Operation): string | undefined {
  if (!idempotency) return undefined;
  const { header, lifetime, repeated, mismatched } = idempotency;
  const again =
    repeated === 'replayed' ? 'is answered as the first time' : `is answered ${repeated}`;
  return (
    `The same request with the same ${code(header)} ${again} and not carried out again, another ` +
    `one with that key is answered ${mismatched}. A key is remembered for ${durationWords(lifetime)}.`
  );
}

/** What a client can make depend on an entity tag, in Markdown. */
export function conditionNote({ conditional, method }: Operation): string | undefined {
  if (!conditional) return undefined;
  const { etag, ifNoneMatch, ifMatch } = conditional;
  const told = `Answers have an ${code('ETag')} that compares ${etag === 'strong' ? 'strongly' : 'weakly'}.`;
  const known =
    ifNoneMatch && method === 'get'
      ? [`With that in ${code('If-None-Match')} the answer is 304 until something has changed.`]
      : [];
  const written = ifMatch
    ? [
        `${code('If-Match')} of another tag is answered 412` +
          (ifMatch === 'required' ? ', and a request without it 428.' : '.'),
      ]
    : [];
  return [told, ...known, ...written].join(' ');
}

function code(text: string): string {
  return `\`${text}\``;
}
