import { isEqual, isObject, objectOf, type Json } from '../../base/json.ts';
import { append, valueAt, withValueAt } from '../../base/json-pointer.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { isCarriedOut, likelyBody, withJson } from '../answer-parts.ts';
import { exampleRequest } from '../example-request.ts';
import type { Operator } from '../operator.ts';
import { doing, madeAnd, type Remembering } from '../remembered-things.ts';
import { placesOf } from './state.ts';

interface ValueOperator {
  readonly id: string;
  readonly title: string;
  /** What is read in place of a value that was written; undefined of what it is not about. */
  readonly instead: (value: Json) => Json | undefined;
}

const OF_VALUES: readonly ValueOperator[] = [
  {
    id: 'text-cut-when-read',
    title: 'shows a text that was written without its last letter',
    instead: (value) => (isPlainText(value) ? value.slice(0, -1) : undefined),
  },
  {
    id: 'text-case-when-read',
    title: 'shows a text that was written in capitals',
    instead: (value) => (isPlainText(value) ? value.toUpperCase() : undefined),
  },
  {
    id: 'text-padded-when-read',
    title: 'shows a text that was written with a space at its end',
    instead: (value) => (isPlainText(value) ? `${value} ` : undefined),
  },
  {
    id: 'fraction-rounded-when-read',
    title: 'shows a fraction that was written as a whole number',
    instead: (value) =>
      typeof value === 'number' && !Number.isInteger(value) ? Math.round(value) : undefined,
  },
  {
    id: 'integer-rounded-when-read',
    title: 'shows an integer that was written rounded to tens',
    instead: (value) =>
      typeof value === 'number' && Number.isInteger(value)
        ? Math.round(value / 10) * 10
        : undefined,
  },
  {
    id: 'boolean-turned-when-read',
    title: 'shows true for false that was written, and false for true',
    instead: (value) => (typeof value === 'boolean' ? !value : undefined),
  },
  {
    id: 'list-turned-when-read',
    title: 'shows a list that was written from its end',
    instead: (value) => (isList(value) ? value.toReversed() : undefined),
  },
  {
    id: 'list-cut-when-read',
    title: 'shows a list that was written without its last item',
    instead: (value) => (isList(value) ? value.slice(0, -1) : undefined),
  },
  {
    id: 'instant-shifted-when-read',
    title: 'shows an instant that was written an hour later',
    instead: (value) =>
      isInstant(value)
        ? new Date(Date.parse(value) + 3_600_000).toISOString().replace('.000Z', 'Z')
        : undefined,
  },
  {
    id: 'nothing-when-read',
    title: 'shows null in place of what was written',
    instead: (value) => (value === null || isObject(value) ? undefined : null),
  },
];

/** Operators on what is read of a thing: other values than were written. */
export const VALUE_OPERATORS: readonly Operator[] = OF_VALUES.map(
  ({ id, title, instead }): Operator => ({
    id,
    class: 'state',
    difficulty: 2,
    title,
    changes: 'body',
    places: (api, operation) =>
      placesOf(api, operation, 'read', (read) => {
        const name = nameOf(read, instead);
        const place = name === undefined ? undefined : append(read.resource.item ?? '#', name);
        return {
          deviate: () => ({
            after: (seen) =>
              isCarriedOut(seen)
                ? withJson(seen.answer, (body) => {
                    const value = place === undefined ? undefined : valueAt(body, place);
                    const other = value === undefined ? undefined : instead(value);
                    return place === undefined || other === undefined
                      ? undefined
                      : withValueAt(body, place, other);
                  })
                : seen.answer,
          }),
          witness: () => {
            const creator = doing(read, 'create');
            const draft = exampleRequest(api, operation);
            return name !== undefined && creator && draft
              ? madeAnd(creator, { ...read, draft })
              : [];
          },
        };
      }),
  }),
);

/** A member of what the example writes that would be read otherwise. */
function nameOf(read: Remembering, instead: ValueOperator['instead']): string | undefined {
  const creator = doing(read, 'create');
  const body = jsonOrNone(creator?.draft.body ?? '');
  const input = body === undefined ? undefined : valueAt(body, creator?.resource.input ?? '#');
  const likely = likelyBody(read.api, read.operation) ?? null;
  const shown = objectOf(valueAt(likely, read.resource.item ?? '#'));
  return Object.entries(objectOf(input)).find(([name, value]) => {
    const other = instead(value);
    if (!Object.hasOwn(shown, name)) return false;
    return other !== undefined && !isEqual(other, value);
  })?.[0];
}

function isPlainText(value: Json): value is string {
  return typeof value === 'string' && value.length > 2 && !isInstant(value) && !/^\d/.test(value);
}

function isInstant(value: Json): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(value);
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value) && value.length > 1;
}
