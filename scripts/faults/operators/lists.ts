import { arrayOf, textOf, type Json } from '../../base/json.ts';
import { valueAt, withValueAt } from '../../base/json-pointer.ts';
import { documentedIds } from '../../model/documented-ids.ts';
import { isCarriedOut, withJson } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { Deviation, Operator, SeenExchange, WitnessStep } from '../operator.ts';
import { doing, madeAnd, type Remembering } from '../remembered-things.ts';
import { namespaceIn } from '../request-parts.ts';
import { placesOf } from './state.ts';

interface ListOperator {
  readonly id: string;
  readonly title: string;
  readonly deviate: (list: Remembering) => Deviation;
  readonly witness: (list: Remembering) => readonly WitnessStep[];
}

const OF_LISTS: readonly ListOperator[] = [
  {
    id: 'list-lacks-created',
    title: 'lists nothing that it has created',
    deviate(list) {
      const documented = documentedIds(list.api, list.resource.name);
      return relisting(list, (items, idOf) => items.filter((it) => documented.has(idOf(it))));
    },
    witness: (list) => {
      const creator = doing(list, 'create');
      const draft = exampleRequest(list.api, list.operation);
      return creator && draft ? madeAnd(creator, { ...list, draft }) : [];
    },
  },
  {
    id: 'list-keeps-deleted',
    title: 'goes on listing what was deleted',
    deviate(list) {
      const before = new Map<string, readonly Json[]>();
      return relisting(list, (items, idOf, { sent }) => {
        // Another page or condition is another list.
        const key = [namespaceIn(sent), sent.path, sent.query, sent.bytes.toString()].join(' ');
        const ids = new Set(items.map(idOf));
        const gone = (before.get(key) ?? []).filter((it) => !ids.has(idOf(it)));
        const all = [...items, ...gone];
        before.set(key, all);
        return gone.length === 0 ? items : all;
      });
    },
    witness: (list) => {
      const deleting = doing(list, 'delete');
      const send = exampleRequest(list.api, list.operation);
      return deleting && send ? [{ send }, { send: deleting.draft }, { send }] : [];
    },
  },
];

/** Answers with other items, and counts them where the answer does. */
function relisting(
  { resource: { items = '#', key = '#', count } }: Remembering,
  change: (
    items: readonly Json[],
    idOf: (item: Json) => string,
    seen: SeenExchange,
  ) => readonly Json[],
): Deviation {
  const idOf = (item: Json) => textOf(valueAt(item, key));
  return {
    after: (seen) =>
      withJson(seen.answer, (body) => {
        const listed = valueAt(body, items);
        if (!Array.isArray(listed) || !isCarriedOut(seen)) return undefined;
        const old = arrayOf(listed);
        const changed = change(old, idOf, seen);
        if (changed.length === old.length && changed.every((it, i) => it === old[i])) {
          return undefined;
        }
        const relisted = withValueAt(body, items, changed);
        const isCounted = count !== undefined && valueAt(body, count) !== undefined;
        return isCounted ? withValueAt(relisted, count, changed.length) : relisted;
      }),
  };
}

function isCountOnly({ resource: { items, count } }: Remembering): boolean {
  return items === undefined && count !== undefined;
}

/** Operators on lists of things that are remembered. */
export const LIST_OPERATORS: readonly Operator[] = [
  ...OF_LISTS.map(({ id, title, deviate, witness }): Operator => ({
    id,
    class: 'state',
    difficulty: 2,
    title,
    changes: 'body',
    places: (api, operation) =>
      placesOf(api, operation, 'list', (list) => ({
        deviate: () => deviate(list),
        witness: () => (isCountOnly(list) ? [] : witness(list)),
      })),
  })),
  {
    id: 'null-list-order',
    class: 'null',
    difficulty: 0,
    title: 'lists things in another order, where none is documented',
    changes: 'body',
    places(api, operation) {
      const { pagination, body, parameters } = operation;
      // A client that may choose an order, a page or a condition relies on one.
      if (pagination || body || parameters.some((it) => it.in === 'query')) return [];
      const places = placesOf(api, operation, 'list', (list) => ({
        deviate: () => relisting(list, (items) => items.toReversed()),
        witness: () => {
          const creator = doing(list, 'create');
          const draft = exampleRequest(api, operation);
          const isShown = creator && draft && !isCountOnly(list);
          return isShown ? madeAnd(creator, { ...list, draft }) : [];
        },
      }));
      return places.map((it) => ({ ...it, clause: undefined }));
    },
  },
];
