import type { ApiModel, Operation } from '../../model/api-model.ts';
import { arrayOf, isEqual, isObject, objectOf, textOf, type Json } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { documentedAs, jsonIn } from './content.ts';
import { bodyOf, inputAt } from './inputs.ts';
import { kindObjections } from './kinds.ts';
import { listObjections, manyObjections } from './kept-lists.ts';
import { memberObjections } from './kept-members.ts';
import { toldObjections } from './kept-told.ts';
import { ownerOf, type Doing, type Made, type Seen } from './made.ts';
import type { Objection } from './objection.ts';
import type { Recorded } from './recorded.ts';
import { routeOf } from './route.ts';

/** Whether what is said of new things, of their names, lists and states holds (`x-resource`, `x-answers`, `x-sql`). */
export function keptObjections(
  api: ApiModel,
  exchanges: readonly Recorded[],
): readonly Objection[] {
  return walk(api, exchanges).found;
}

/** What was made by exchanges. */
export function madeBy(api: ApiModel, exchanges: readonly Recorded[]): readonly Made[] {
  return walk(api, exchanges).made;
}

function walk(
  api: ApiModel,
  exchanges: readonly Recorded[],
): { readonly found: readonly Objection[]; readonly made: readonly Made[] } {
  const made: Made[] = [];
  const all = exchanges.flatMap((recorded): readonly Objection[] => {
    const route = routeOf(api, recorded.request);
    const { operation } = route;
    const { response } = recorded;
    if (!operation || response.status >= 300) return [];
    const at = (place: string) => inputAt(api, operation, route, recorded.request, place);
    const body = jsonIn(response) ?? null;
    const { resource } = operation;
    // What is made of content of a type that nobody documents no description says.
    if (isStrange(operation, recorded.request)) return [];
    const own = { operation, at, body, made, moment: recorded.at };
    const found = [
      ...answerObjections(own),
      ...(operation.sql ? rowObjections(own) : []),
      ...(resource ? byAction(api, { ...own, resource }) : []),
    ];
    if (resource?.action === 'create')
      made.push(...madeIn(own, resource, bodyOf(recorded.request)));
    return found;
  });
  return { found: all, made };
}

function isStrange({ body }: Operation, request: Recorded['request']): boolean {
  if (!body || request.body === undefined || request.body === '') return false;
  return documentedAs(body.content, request.headers['content-type'] ?? '') === undefined;
}

function byAction(api: ApiModel, seen: Doing): readonly Objection[] {
  const { action } = seen.resource;
  const told = toldObjections(api, seen);
  if (action === 'create') return [...newObjections(seen), ...told];
  if (action === 'list')
    return [
      ...listObjections(seen),
      ...kindObjections(seen),
      ...heldObjections(api, seen),
      ...memberObjections(api, seen),
    ];
  return action === 'update' ? [...manyObjections(seen), ...nameObjections(seen), ...told] : [];
}

/** What a creation tells of one thing; of several at once nobody tells which is which. */
function madeIn(
  { at, body, moment }: Seen,
  resource: ResourcePolicy,
  sent: Json | undefined,
): readonly Made[] {
  const { item = '#', key = '#', input = '#', id } = resource;
  const answered = valueAt(body, item);
  const told = Array.isArray(answered) && answered.length === 1 ? answered[0] : answered;
  const named =
    (told !== undefined && isObject(told) ? valueAt(told, key) : undefined) ??
    (id === undefined ? undefined : at(id));
  if (named === undefined || Array.isArray(told)) return [];
  const said = outerToInner(resource, objectOf(valueAt(sent ?? null, input)));
  return [{ owner: ownerOf(resource, at), id: textOf(named), said, told: told ?? null, moment }];
}

function outerToInner({ names = {} }: ResourcePolicy, said: ReturnType<typeof objectOf>): Json {
  return Object.fromEntries(Object.entries(said).map(([it, value]) => [names[it] ?? it, value]));
}

function newObjections({ operation, resource, at, body, made }: Doing): readonly Objection[] {
  const { initial = {}, distinct = [], item = '#', input = '#' } = resource;
  const told = valueAt(body, item) ?? null;
  const said = outerToInner(resource, objectOf(at(input)));
  const clause = (...tokens: (string | number)[]) =>
    append(operation.pointer, 'x-resource', ...tokens);
  const wrong = otherwise(initial, said, told, []);
  const repeated = distinct.flatMap((place, index) => {
    const value = valueAt(told, place);
    const isTwice = made.some((it) => {
      const [name] = JSON.parse(it.owner) as readonly string[];
      return (
        name === resource.name &&
        value !== undefined &&
        isEqual(valueAt(it.told, place) ?? null, value)
      );
    });
    return isTwice ? [{ clause: clause('distinct', index), seen: `${place} comes twice` }] : [];
  });
  return [
    ...wrong.map((names) => ({
      clause: clause('initial', ...names),
      seen: `${names.join(' of ')} of a new one is another`,
    })),
    ...repeated,
  ];
}

/** Where a new thing is told to be otherwise than stated, and nobody has said so. */
function otherwise(
  stated: Json,
  said: Json | undefined,
  told: Json | undefined,
  names: readonly string[],
): readonly (readonly string[])[] {
  if (isObject(stated) && Object.keys(stated).length > 0) {
    return Object.entries(stated).flatMap(([name, value]) =>
      otherwise(value, objectOf(said)[name], objectOf(told)[name], [...names, name]),
    );
  }
  return said === undefined && told !== undefined && !isEqual(told, stated) ? [names] : [];
}

/** What a thing holds from the start is shown as long as nobody has touched it. */
function heldObjections(api: ApiModel, { resource, at, body, made }: Doing): readonly Objection[] {
  const { name, within = [], items, key = '#' } = resource;
  const owners = within.map((it) => textOf(at(it) ?? null));
  if (items === undefined) return [];
  return api.operations.flatMap(({ resource: holder, pointer }): Objection[] => {
    const index = holder?.holds?.findIndex((it) => it.name === name) ?? -1;
    const last = owners.at(-1);
    const isMade = made.some(
      (it) => it.owner === JSON.stringify([holder?.name, ...owners.slice(0, -1)]) && it.id === last,
    );
    if (index < 0 || holder?.action !== 'create' || !isMade) return [];
    const shown = arrayOf(valueAt(body, items));
    const always = holder.holds?.[index]?.always ?? [];
    const missing = always.find(
      (it) => !shown.some((one) => isEqual(valueAt(one, key) ?? null, valueAt(it, key) ?? null)),
    );
    const clause = append(pointer, 'x-resource', 'holds', index);
    return missing ? [{ clause, seen: `${JSON.stringify(missing)} is not shown` }] : [];
  });
}

/** What was given another id is shown under that. */
function nameObjections({ operation, resource, at, body }: Doing): readonly Objection[] {
  const { names = {}, items, key = '#', input = '#' } = resource;
  if (items === undefined) return [];
  return Object.entries(names).flatMap(([outer, inner]): Objection[] => {
    const next = objectOf(at(input))[outer];
    const isKey = key === `#/${inner}`;
    const isShown = arrayOf(valueAt(body, items)).some((it) =>
      isEqual(valueAt(it, key) ?? null, next ?? null),
    );
    if (!isKey || next === undefined || isShown) return [];
    const clause = append(operation.pointer, 'x-resource', 'names', outer);
    return [{ clause, seen: `${textOf(next)} is not shown` }];
  });
}

/** The answer is the one for the state in which a thing was made. */
function answerObjections({ operation, at, body, made }: Seen): readonly Objection[] {
  const { answers } = operation;
  if (!answers) return [];
  const asked = at(answers.id);
  const own = made.findLast(({ told }) =>
    isEqual(valueAt(told, answers.key) ?? null, asked ?? null),
  );
  const state = own && valueAt(own.told, answers.state);
  if (state === undefined) return [];
  const examples = operation.responses
    .filter(({ status }) => status.startsWith('2'))
    .flatMap(({ content }) => content.flatMap((it) => it.examples));
  const shown = valueAt(body, answers.tells) ?? null;
  const other = answers.cases.find(({ is, example }) => {
    const value = examples.find(({ name }) => name === example)?.value ?? null;
    return !isEqual(is, state) && isEqual(valueAt(value, answers.tells) ?? null, shown);
  });
  const clause = append(operation.pointer, 'x-answers', 'cases');
  return other
    ? [{ clause, seen: `it is answered as if ${answers.state} were ${textOf(other.is)}` }]
    : [];
}

/** A statement that selects all of a table shows the rows that were made in it. */
function rowObjections({ operation, at, body, made }: Seen): readonly Objection[] {
  const { sql } = operation;
  const statement = textOf((sql && at(sql.statement)) ?? null);
  const table = /^\s*select\s+\*\s+from\s+"([^"]+)"\s*$/i.exec(statement)?.[1];
  if (!sql || table === undefined) return [];
  const rows = arrayOf(valueAt(body, sql.rows));
  const isRow = (it: Made) => {
    const [name, ...owners] = JSON.parse(it.owner) as readonly string[];
    return name === sql.records && owners.at(-1) === table;
  };
  const missing = made
    .filter(isRow)
    .find(
      ({ id }) =>
        !rows.some((row) => Object.values(objectOf(row)).some((cell) => textOf(cell) === id)),
    );
  const clause = append(operation.pointer, 'x-sql', 'rows');
  return missing ? [{ clause, seen: `${missing.id} is not among the rows` }] : [];
}
