import type { ApiModel, Operation } from '../../model/api-model.ts';
import { arrayOf, isObject, objectOf, type Json } from '../../base/json.ts';
import { append, valueAt, withValueAt } from '../../base/json-pointer.ts';
import type { Answer } from '../../wire/answer.ts';
import { responseFor } from '../../model/documented-response.ts';
import { withJson } from '../answer-parts.ts';
import type { Operator, SeenExchange } from '../operator.ts';
import { locate, sitesOf, without } from '../schema-sites.ts';

/** Changes an answer in a way that no contract forbids; an answer that it does not concern stays itself. */
export type AnswerChange = (seen: SeenExchange, api: ApiModel, operation: Operation) => Answer;

export type NullChange = readonly [
  id: string,
  title: string,
  changes: Operator['changes'],
  change: AnswerChange,
];

/** The JSON of any answer, changed to what its schema allows as well. */
const within =
  (change: (body: Json, api: ApiModel, root: `#${string}`) => Iterable<Json>): AnswerChange =>
  ({ answer }, api, operation) => {
    const type = answer.headers['content-type'] ?? '';
    const documented = responseFor(operation, answer.status)?.content ?? [];
    const root = documented.find(({ mediaType }) => mediaType === type)?.schema;
    return withJson(answer, (body) => {
      if (root === undefined) return undefined;
      for (const changed of change(body, api, root)) {
        if (api.schemas.check(root, changed, 'response').length === 0) return changed;
      }
      return undefined;
    });
  };

/** Null faults that write other JSON of the same schema. */
export const SCHEMA_NULLS: readonly NullChange[] = [
  [
    'null-extra-property',
    'adds a property to an object that is open',
    'body',
    within(function* added(body) {
      if (isObject(body)) yield { ...body, kilnExtra: 'yes' };
      const [first, ...rest] = arrayOf(body);
      if (isObject(first)) yield [{ ...first, kilnExtra: 'yes' }, ...rest];
    }),
  ],
  [
    'null-optional-left-out',
    'leaves an optional property out',
    'body',
    within(function* shorter(body, api, root) {
      for (const { path, schema } of sitesOf(api.document, root)) {
        for (const at of locate(body, path)) {
          const names = Object.keys(objectOf(valueAt(body, at)));
          const needed = arrayOf(schema['required']).map(String);
          const known = Object.keys(objectOf(schema['properties']));
          for (const name of names) {
            if (known.includes(name) && !needed.includes(name))
              yield without(body, append(at, name));
          }
        }
      }
    }),
  ],
  [
    'null-nullable',
    'writes null where it may',
    'body',
    within(function* nulled(body, api, root) {
      for (const { path, schema } of sitesOf(api.document, root)) {
        if (!arrayOf(schema['type']).includes('null')) continue;
        for (const at of locate(body, path)) yield withValueAt(body, at, null);
      }
    }),
  ],
  [
    'null-empty-list',
    'finds nothing where nothing need be found',
    'body',
    within(function* emptied(body, api, root) {
      for (const { path } of sitesOf(api.document, root)) {
        for (const at of locate(body, path)) {
          if (Array.isArray(valueAt(body, at))) yield withValueAt(body, at, []);
        }
      }
    }),
  ],
  [
    'null-longer-list',
    'lists one item more',
    'body',
    within(function* longer(body, api, root) {
      for (const { path } of sitesOf(api.document, root)) {
        for (const at of locate(body, path)) {
          const items = arrayOf(valueAt(body, at));
          if (items.length > 0) yield withValueAt(body, at, [...items, ...items.slice(0, 1)]);
        }
      }
    }),
  ],
];
