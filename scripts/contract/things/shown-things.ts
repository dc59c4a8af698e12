import { variablesOf } from '../../model/path-variables.ts';
import { escapePattern } from '../../base/escape-pattern.ts';
import { spell } from '../../base/spell.ts';
import { isObject, objectOf, textOf, type Json } from '../../base/json.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import { pointerOf, valueAt, append } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { responseFor } from '../../model/documented-response.ts';
import { idProperty, isNamedAfter } from '../../model/id-property.ts';
import { headerOf, type Exchange } from '../../wire/exchange.ts';
import { placeIn } from '../flows/places.ts';
import type { Draft } from '../generation/draft.ts';
import { decoded, valuesIn } from './feed.ts';
import { hintedThings } from './hinted-things.ts';
import { kindsOf, madeBy, type ThingKind } from './kinds.ts';
import type { ShownThing } from './shown-thing.ts';
import { distinctMembers, membersOfThings } from './members-of-things.ts';

/** Characters of an answer that are looked at, and things of a list that are remembered. */
const LONGEST = 200_000;
const MOST = 10;

/** The things that a successful answer shows: made by the request, named by `Location` or a link, or listed. */
export function thingsShown(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  exchange: Exchange,
): readonly ShownThing[] {
  const { response } = exchange;
  if (!response || response.status < 200 || response.status > 299) return [];
  const body = response.body.length > LONGEST ? undefined : jsonOrNone(response.body);
  const named = byNames(api, body);
  if (operation.method === 'get') {
    const hinted = hintedThings(api, operation, draft, body);
    return [...listed(api, operation, draft, body), ...hinted, ...named];
  }
  if (operation.method === 'put') return put(api, operation, draft, response.status);
  if (operation.method !== 'post') return [];
  const made = [
    ...byLocation(api, exchange),
    ...byAnswer(api, operation, draft, body),
    ...byLinks(api, operation, draft, { exchange, body }),
    ...named,
  ];
  const seen = new Set<string>();
  return made.filter(({ kind, values }) => {
    const key = `${kind.shape} ${values.map(textOf).join('/')}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Where the thing is that was made, as the answer says itself (RFC 9110, section 10.2.2). */
function byLocation(api: ApiModel, { request, response }: Exchange): readonly ShownThing[] {
  const location = response && headerOf(response, 'location');
  const url = location === undefined ? null : URL.parse(location, request.url);
  if (!url || response?.status !== 201) return [];
  return kindsOf(api).flatMap((kind) => {
    const pattern = kind.shape
      .split('{}')
      .map((it) => escapePattern(it))
      .join('([^/]+)');
    const found = new RegExp(`${pattern}/?$`).exec(url.pathname);
    // What stands before is the server's own; a shorter path may end as a longer one does.
    if (!found || isLonger(api, kind, url.pathname)) return [];
    const values = found.slice(1).map(decoded);
    return [{ kind, values, isMade: true }];
  });
}

function isLonger(api: ApiModel, { shape }: ThingKind, path: string): boolean {
  return kindsOf(api).some((it) => {
    if (it.shape === shape || !it.shape.endsWith(shape)) return false;
    const pattern = it.shape
      .split('{}')
      .map((part) => escapePattern(part))
      .join('[^/]+');
    return new RegExp(`${pattern}/?$`).test(path);
  });
}

/** Things that an answer names by the way, such as the shop of an order by `shop_id`. */
function byNames(api: ApiModel, body: Json | undefined): readonly ShownThing[] {
  return distinctMembers(membersOfThings(api, body)).map(({ kind, value }) => ({
    kind,
    values: [value],
    isMade: false,
    isHinted: true,
  }));
}

/** What the answer holds of the thing, or what the request said itself that it is called. */
function byAnswer(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  body: Json | undefined,
): readonly ShownThing[] {
  const kind = madeBy(api, operation);
  const above = kind && valuesIn(operation, draft, { variables: variablesOf(operation.path) });
  if (!kind || !above) return [];
  const [only, ...others] = Object.values(objectOf(body)).filter(isObject);
  const wrapped = others.length === 0 ? idIn(kind, only) : undefined;
  const said = draft.body?.value;
  const id = idIn(kind, body) ?? wrapped ?? idIn(kind, said) ?? nameIn(kind, said);
  return id === undefined ? [] : [{ kind, values: [...above, id], isMade: true }];
}

/** What Link Objects say of another operation's variables (OpenAPI 3.1.1, section 4.8.20). */
function byLinks(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  { exchange, body }: { readonly exchange: Exchange; readonly body: Json | undefined },
): readonly ShownThing[] {
  const documented = responseFor(operation, exchange.response?.status ?? 0);
  if (!documented) return [];
  const links = objectOf(valueAt(api.document, append(documented.pointer, 'links')));
  return Object.values(links).flatMap((it): ShownThing[] => {
    const { operationId, parameters } = resolved(api, it);
    const target = api.operations.find(({ id }) => id === operationId);
    const kind = target && kindsOf(api).findLast(({ one }) => isWithin(target.path, one));
    if (!target || !kind) return [];
    const given = objectOf(parameters);
    const values = variablesOf(target.path)
      .slice(0, kind.variables.length)
      .flatMap((name) => {
        const expression = given[`path.${name}`] ?? given[name];
        const value = meant(expression, draft, body) ?? placeIn(draft, name);
        return isId(value) ? [value] : [];
      });
    const isMade = madeBy(api, operation) === kind || exchange.response?.status === 201;
    return values.length === kind.variables.length ? [{ kind, values, isMade }] : [];
  });
}

function isWithin(path: string, one: string): boolean {
  return path === one || path.startsWith(`${one}/`);
}

function resolved({ document }: ApiModel, node: Json) {
  const { $ref } = objectOf(node);
  return objectOf(typeof $ref === 'string' ? valueAt(document, pointerOf($ref)) : node);
}

/** What a runtime expression stands for (OpenAPI 3.1.1, section 4.8.20.4); itself where it is none. */
function meant(expression: Json | undefined, draft: Draft, body: Json | undefined) {
  if (typeof expression !== 'string' || !expression.startsWith('$')) return expression;
  const [, part = '', pointer] = /^\$(response|request)\.body(?:#(\/.*))?$/.exec(expression) ?? [];
  if (part !== '') {
    const whole = part === 'response' ? body : draft.body?.value;
    return whole === undefined ? undefined : valueAt(whole, `#${pointer ?? ''}`);
  }
  const name = /^\$request\.(?:path|query)\.(.+)$/.exec(expression)?.[1];
  return name === undefined ? undefined : placeIn(draft, name);
}

/** A thing that is put where none was is made (RFC 9110, section 9.3.4). */
function put(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  status: number,
): readonly ShownThing[] {
  const kind = kindsOf(api).find(({ one }) => one === operation.path);
  const values = valuesIn(operation, draft, { variables: variablesOf(operation.path) });
  return kind && values && status === 201 ? [{ kind, values, isMade: true }] : [];
}

function listed(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  body: Json | undefined,
): readonly ShownThing[] {
  const kind = kindsOf(api).find(({ list }) => list === operation);
  const above = kind && valuesIn(operation, draft, { variables: variablesOf(operation.path) });
  if (!kind || !above) return [];
  const lists = [body, ...Object.values(objectOf(body))].filter((it) => Array.isArray(it));
  const idsIn = (tell: (thing: Json) => Json | undefined) =>
    lists
      .map((list) => list.slice(0, MOST).flatMap((it: Json) => tell(it) ?? []))
      .find((it) => it.length > 0) ?? [];
  const shown = idsIn((it) => idIn(kind, it) ?? (isId(it) ? it : undefined)).map(
    (id): ShownThing => ({ kind, values: [...above, id], isMade: false }),
  );
  // Where there is none by its id, there may be one by its name.
  const named = idsIn((it) => nameIn(kind, it)).map((name): ShownThing => ({
    kind,
    values: [...above, name],
    isMade: false,
    isHinted: true,
  }));
  return [...shown, ...named];
}

/** What a thing is called, where the variable of its path may be that: `{shop}` below `shops`. */
function nameIn({ variables, segment }: ThingKind, thing: Json | undefined): Json | undefined {
  const { name } = objectOf(thing);
  return isNamedAfter(spell(variables.at(-1) ?? ''), segment) && isId(name) ? name : undefined;
}

/** What tells a thing from others of its kind, by the names of what it has. */
function idIn({ variables, segment }: ThingKind, thing: Json | undefined): Json | undefined {
  if (!isObject(thing)) return undefined;
  const names = Object.keys(thing);
  const found =
    idProperty(names, { variable: variables.at(-1) ?? '', segment })?.id ??
    names.find((it) => it === 'id' || it === '_id');
  const id = found === undefined ? undefined : thing[found];
  return isId(id) ? id : undefined;
}

function isId(value: Json | undefined): value is string | number | bigint {
  if (typeof value === 'string') return value !== '';
  return typeof value === 'number' || typeof value === 'bigint';
}
