import type { AnyCall, AnyInput } from './call.ts';
import type { Extra } from './client.ts';
import type { PagesContract } from './contract.ts';
import { ClientError } from './errors.ts';
import { linkIn } from './link.ts';
import { valueAt, withValueAt } from './places.ts';
import type { AnyResult } from './result.ts';

/** `pages` and `items` of the operations whose lists are read page by page (`x-pagination`). */
export const paging: Extra = (_settings, id, operation, call) => {
  const { pages } = operation;
  if (pages === undefined) return {};
  const { items } = pages;
  return {
    pages: (input?: AnyInput) => walk(id, pages, call, input),
    ...(items !== undefined && {
      items: (input?: AnyInput) => itemsOf(walk(id, pages, call, input), items),
    }),
  };
};

/** Statuses of a page beyond the last. */
const BEYOND = [400, 404, 416, 422];

/**
 * The pages of a list, from the one that is asked for to the last. It ends with a page that is empty or not full,
 * that names no next one, or, where pages have numbers, before one that is refused. Other refusals are thrown.
 */
async function* walk(
  id: string,
  pages: PagesContract,
  call: AnyCall,
  input: AnyInput = {},
): AsyncGenerator<AnyResult> {
  const { items, size, usual } = pages;
  const isNumbered = pages.style === 'page' || pages.style === 'offset';
  const length = numberAt(input, pages, size) ?? usual;
  let asked: AnyInput = input;
  const seen = new Set<unknown>();
  for (let isFirst = true; ; isFirst = false) {
    const answering = call(asked);
    const result = await answering;
    if (isNumbered && !isFirst && BEYOND.includes(result.status)) return;
    if (!result.ok) await answering.orThrow();
    const list = items === undefined ? undefined : valueAt(result.body, items);
    const found = Array.isArray(list) ? list.length : undefined;
    if (isNumbered && !isFirst && found === 0) return;
    yield result;
    // Without a list to count there is no telling which page is the last.
    const isLast = !found || (length !== undefined && found < length);
    if (isNumbered && isLast) return;
    const next = nextOf(result, asked, pages, found ?? 0);
    if (next === undefined || next === null || next === '') return;
    if (seen.has(next)) {
      throw new ClientError('pages-endless', `${id} names a page as the next one again`);
    }
    seen.add(next);
    asked = pages.style === 'link' ? withAddress(id, input, next) : put(input, pages, next);
  }
}

/** What the next page is asked for with. */
function nextOf(
  { headers, body }: AnyResult,
  asked: AnyInput,
  { style, place, first = 0, next, ...pages }: PagesContract,
  found: number,
): unknown {
  switch (style) {
    case 'page':
      return (numberAt(asked, pages, place) ?? first) + 1;
    case 'offset':
      return (numberAt(asked, pages, place) ?? 0) + found;
    case 'cursor':
      return valueAt(body, next ?? '#');
    case 'link':
      return linkIn(headers, 'next');
  }
}

async function* itemsOf(pages: AsyncIterable<AnyResult>, at: string): AsyncGenerator {
  for await (const { body } of pages) {
    const items = valueAt(body, at);
    if (Array.isArray(items)) yield* items as readonly unknown[];
  }
}

/** The address of another page, as its server wrote it. The credential goes to no other server. */
function withAddress(id: string, input: AnyInput, next: unknown): AnyInput {
  const address = (own: string) => {
    const text = String(next);
    const page = URL.canParse(text, own) ? new URL(text, own) : undefined;
    if (page && page.origin === new URL(own).origin) return page;
    throw new ClientError('url-unusable', `${id} has its next page on another server`);
  };
  return { ...input, address } as AnyInput;
}

function put(
  input: AnyInput,
  { in: location, place = '' }: PagesContract,
  value: unknown,
): AnyInput {
  if (location === 'body') return { ...input, body: withValueAt(input.body, place, value) };
  return { ...input, query: { ...input.query, [place]: value } };
}

function numberAt(
  { body, query = {} }: AnyInput,
  { in: location }: Pick<PagesContract, 'in'>,
  place: string | undefined,
): number | undefined {
  if (place === undefined) return undefined;
  const said = location === 'body' ? valueAt(body, place) : query[place];
  const number = typeof said === 'string' && said !== '' ? Number(said) : said;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
