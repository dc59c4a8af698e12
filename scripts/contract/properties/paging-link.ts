import type { ApiModel, Header, Operation } from '../../model/api-model.ts';
import { resourceOf } from '../../model/resource-of.ts';
import { responseFor } from '../../model/documented-response.ts';
import { headerOf, type Exchange } from '../../wire/exchange.ts';
import { isObject, textOf, type Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { addressTold, askAt } from '../flows/follow.ts';
import { insist } from '../flows/insist.ts';
import { isExample } from '../flows/is-example.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { nextLink } from '../flows/next-link.ts';
import { withPlace } from '../flows/places.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

/** Pages that are looked at, and lengths of a page that are asked for where that can be. */
const PAGES = 12;
const SIZES = [1, 2, 5];
/** What parameters are called that say how long a page is. */
const SIZE = /^(?:limit|(?:per|page)[-_]?(?:page|size|limit))$/i;

export const pagingLink: Property = {
  id: 'paging.link',
  title: 'who follows rel="next" meets nothing twice (RFC 8288, section 3)',
  ground: 'standard',
  runsAlone: true,
  unless: ({ operation }) => (operation.method === 'get' ? undefined : 'the operation is no GET'),
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, complain, learnNothing } = bench;
      const { draft, size } = withSmallPages(api, operation) ?? {};
      if (!draft) return;
      let answered = await exchange(draft, {});
      if (!isSuccess(answered))
        return learnNothing(
          `the first page is answered ${answered.response?.status ?? 'not at all'}`,
        );
      const header = linkOf(operation);
      const seen = new Map<string, number>();
      const isFull = size !== undefined && itemsOf(operation, answered)?.length === size;
      for (let page = 1; page <= PAGES; page += 1) {
        const items = itemsOf(operation, answered) ?? [];
        const blame = (message: string, what: string) =>
          complain(
            {
              message,
              ground: header && 'contract',
              clause: header?.pointer ?? operation.pointer,
              states: 'rel="next" is the next page',
              seen: what,
            },
            answered,
          );
        if (isFull && items.length > size)
          return blame(
            'a page is longer than was asked for',
            `page ${page} has ${items.length} items, not ${size}`,
          );
        for (const name of new Set(items.flatMap((it) => nameOf(operation, it) ?? []))) {
          const before = seen.get(name);
          if (before !== undefined)
            return blame(
              'two pages share an item',
              `${shorten(name)} is on the pages ${before} and ${page}`,
            );
          seen.set(name, page);
        }
        const reference = answered.response && nextLink(answered.response);
        if (reference === undefined) {
          if (page === 1) learnNothing('no answer has a Link with rel="next"');
          return;
        }
        const told = answered.response && headerOf(answered.response, 'link');
        if (told !== undefined && isExample(api, described(operation, answered), 'link', told))
          return learnNothing('the Link is that of the example');
        const address = addressTold(bench, answered.request, reference);
        if (!address) return learnNothing('rel="next" leads elsewhere');
        const next = await askAt(bench, operation, draft, address);
        const { status = 0 } = next.response ?? {};
        if (!isSuccess(next)) {
          const isLost = [400, 404, 410, 422].includes(status);
          const isFailure = status >= 500 && ![501, 503].includes(status);
          if (isLost || isFailure)
            blame('rel="next" leads nowhere', `${shorten(reference)} is answered ${status}`);
          return;
        }
        answered = next;
      }
    }),
};

function described(operation: Operation, { response }: Exchange) {
  return response && responseFor(operation, response.status);
}

/** The example with the shortest pages that may be asked for. */
function withSmallPages(
  api: ApiModel,
  operation: Operation,
): { readonly draft: Draft; readonly size: number | undefined } | undefined {
  const [example] = exampleDrafts(api, operation);
  if (!example) return undefined;
  // What may be left out only makes a list shorter, or begins in its middle.
  const parameters = example.parameters.filter(({ parameter }) => parameter.required);
  const draft = { ...example, parameters };
  const place =
    operation.pagination?.size ??
    operation.parameters.find((it) => it.in === 'query' && SIZE.test(it.name))?.name;
  if (place === undefined) return { draft, size: undefined };
  const small = SIZES.map((size) => ({ draft: withPlace(draft, operation, place, size), size }));
  const found = small.find((it) => readDraft(api, operation, it.draft).length === 0);
  return found ?? { draft, size: undefined };
}

/** The items of a page: where the description says, else the list that it is or the only one in it. */
function itemsOf(operation: Operation, answered: Exchange): readonly Json[] | undefined {
  const body = successJson(answered);
  if (body === undefined) return undefined;
  const said = resourceOf(operation)?.items;
  const lists = (isObject(body) ? Object.values(body) : [body]).filter((it) => Array.isArray(it));
  const list = said === undefined ? lists[0] : valueAt(body, said);
  return Array.isArray(list) && (said !== undefined || lists.length === 1)
    ? (list as readonly Json[])
    : undefined;
}

/** What an item is called; undefined where nothing tells it from another that is alike. */
function nameOf(operation: Operation, item: Json): string | undefined {
  const { key } = resourceOf(operation) ?? {};
  const id = key === undefined ? (isObject(item) ? item['id'] : undefined) : valueAt(item, key);
  return id === undefined || id === null ? undefined : textOf(id);
}

/** Where the links are written, which is what makes them a matter of the description. */
function linkOf(operation: Operation): Header | undefined {
  return responseFor(operation, 200)?.headers.find(({ name }) => /^link$/i.test(name));
}
