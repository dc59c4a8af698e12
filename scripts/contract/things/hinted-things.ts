import { isObject, objectOf, type Json } from '../../base/json.ts';
import { spell } from '../../base/spell.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { responseFor } from '../../model/documented-response.ts';
import { isNamedAfter } from '../../model/id-property.ts';
import { variablesOf } from '../../model/path-variables.ts';
import { shapeAt } from '../../values/schema-shape.ts';
import type { Draft } from '../generation/draft.ts';
import { valuesIn } from './feed.ts';
import { kindsOf, type ThingKind } from './kinds.ts';
import type { ShownThing } from './shown-thing.ts';

/** Things of an answer that are remembered. */
const MOST = 10;

/**
 * Things that an answer names without showing them: the members of an object of which nothing is described, where a
 * path leads on by their names (`/config` and `/config/{section}`), and the texts of a list that is called after a
 * variable (`/plugins`, or a member `plugins`, and `/{plugin}/…`).
 */
export function hintedThings(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  body: Json | undefined,
): readonly ShownThing[] {
  if (operation.method !== 'get') return [];
  return [...byMembers(api, operation, draft, body), ...byLists(api, operation, body)];
}

function byMembers(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  body: Json | undefined,
): readonly ShownThing[] {
  const kind = kindsOf(api).find(({ list }) => list === operation);
  const above = kind && valuesIn(operation, draft, { variables: variablesOf(operation.path) });
  if (!kind || !above || kind.maker || !isObject(body) || isDescribed(api, operation)) return [];
  return hints(kind, Object.keys(body), above);
}

/** Whether the members of an object have their names from the description. */
function isDescribed({ document }: ApiModel, operation: Operation): boolean {
  const content = responseFor(operation, 200)?.content ?? [];
  return content.some(
    ({ schema }) => Object.keys(shapeAt(document, schema, '#').properties).length > 0,
  );
}

function byLists(
  api: ApiModel,
  { path }: Operation,
  body: Json | undefined,
): readonly ShownThing[] {
  const last = path.split('/').findLast((it) => it !== '') ?? '';
  const named: readonly (readonly [string, Json])[] = Array.isArray(body)
    ? [[last, body]]
    : Object.entries(objectOf(body));
  return named.flatMap(([name, list]) => {
    const kind = Array.isArray(list) ? kindCalled(api, name) : undefined;
    return kind ? hints(kind, list as readonly Json[]) : [];
  });
}

/** The kind at the top whose variable a list is called after: `{plugin}` of `plugins`, `plugin_list` or `pluginNames`. */
function kindCalled(api: ApiModel, name: string): ThingKind | undefined {
  const many = spell(name).replace(/(?:list|names?|ids?|keys?)$/, '');
  return kindsOf(api).find(({ variables: [own = '', ...others] }) => {
    const one = spell(own).replace(/(?:name|id|key)$/, '');
    return others.length === 0 && one !== '' && isNamedAfter(one, many);
  });
}

function hints(
  kind: ThingKind,
  values: readonly Json[],
  above: readonly Json[] = [],
): readonly ShownThing[] {
  return values
    .filter((it) => typeof it === 'string' && it !== '')
    .slice(0, MOST)
    .map((it) => ({ kind, values: [...above, it], isMade: false, isHinted: true }));
}
