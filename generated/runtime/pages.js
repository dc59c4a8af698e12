// Made by "kiln generate": change the description, not this.
import { ClientError } from './errors.js';
import { linkIn } from './link.js';
import { valueAt, withValueAt } from './places.js';
/** `pages` and `items` of the operations whose lists are read page by page (`x-pagination`). */
export const paging = (_settings, id, operation, call) => {
    const { pages } = operation;
    if (pages === undefined)
        return {};
    const { items } = pages;
    return {
        pages: (input) => walk(id, pages, call, input),
        ...(items !== undefined && {
            items: (input) => itemsOf(walk(id, pages, call, input), items),
        }),
    };
};
/** Statuses of a page beyond the last. */
const BEYOND = [400, 404, 416, 422];
/**
 * The pages of a list, from the one that is asked for to the last. It ends with a page that is empty or not full,
 * that names no next one, or, where pages have numbers, before one that is refused. Other refusals are thrown.
 */
async function* walk(id, pages, call, input = {}) {
    const { items, size, usual } = pages;
    const isNumbered = pages.style === 'page' || pages.style === 'offset';
    const length = numberAt(input, pages, size) ?? usual;
    let asked = input;
    const seen = new Set();
    for (let isFirst = true;; isFirst = false) {
        const answering = call(asked);
        const result = await answering;
        if (isNumbered && !isFirst && BEYOND.includes(result.status))
            return;
        if (!result.ok)
            await answering.orThrow();
        const list = items === undefined ? undefined : valueAt(result.body, items);
        const found = Array.isArray(list) ? list.length : undefined;
        if (isNumbered && !isFirst && found === 0)
            return;
        yield result;
        // Without a list to count there is no telling which page is the last.
        const isLast = !found || (length !== undefined && found < length);
        if (isNumbered && isLast)
            return;
        const next = nextOf(result, asked, pages, found ?? 0);
        if (next === undefined || next === null || next === '')
            return;
        if (seen.has(next)) {
            throw new ClientError('pages-endless', `${id} names a page as the next one again`);
        }
        seen.add(next);
        asked = pages.style === 'link' ? withAddress(id, input, next) : put(input, pages, next);
    }
}
/** What the next page is asked for with. */
function nextOf({ headers, body }, asked, { style, place, first = 0, next, ...pages }, found) {
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
async function* itemsOf(pages, at) {
    for await (const { body } of pages) {
        const items = valueAt(body, at);
        if (Array.isArray(items))
            yield* items;
    }
}
/** The address of another page, as its server wrote it. The credential goes to no other server. */
function withAddress(id, input, next) {
    const address = (own) => {
        const text = String(next);
        const page = URL.canParse(text, own) ? new URL(text, own) : undefined;
        if (page && page.origin === new URL(own).origin)
            return page;
        throw new ClientError('url-unusable', `${id} has its next page on another server`);
    };
    return { ...input, address };
}
function put(input, { in: location, place = '' }, value) {
    if (location === 'body')
        return { ...input, body: withValueAt(input.body, place, value) };
    return { ...input, query: { ...input.query, [place]: value } };
}
function numberAt({ body, query = {} }, { in: location }, place) {
    if (place === undefined)
        return undefined;
    const said = location === 'body' ? valueAt(body, place) : query[place];
    const number = typeof said === 'string' && said !== '' ? Number(said) : said;
    return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}
//# sourceMappingURL=pages.js.map