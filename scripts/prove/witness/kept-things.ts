import type { ApiModel, Operation } from '../../model/api-model.ts';
import { arrayOf, isEqual, isObject, objectOf, textOf, type Json } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import type { ResourcePolicy } from '../../model/policies.ts';
import { jsonIn } from './content.ts';
import { bodyOf, inputAt } from './inputs.ts';
import { isMet, ordered } from './met.ts';
import type { Objection } from './objection.ts';
import type { Recorded } from './recorded.ts';
import { routeOf } from './route.ts';

/** A thing that an exchange has made, and what was said of it. */
interface Made {
  readonly owner: string;
  readonly id: string;
  readonly said: Json;
  /** As its creation shows it. */
  readonly told: Json;
}

/** Whether what is said of new things, of their names, lists and states holds (`x-resource`, `x-answers`, `x-sql`). */
export function keptObjections(
  api: ApiModel,
  exchanges: readonly Recorded[],
): readonly Objection[] {
  const made: Made[] = [];
  return exchanges.flatMap((recorded): readonly Objection[] => {
    const route = routeOf(api, recorded.request);
    const { operation } = route;
    const { response } = recorded;
    if (!operation || response.status >= 300) return [];
    const at = (place: string) => inputAt(api, operation, route, recorded.request, place);
    const body = jsonIn(response) ?? null;
    const { resource } = operation;
    const own = { operation, at, body, made };
    const found = [
      ...answerObjections(own),
      ...(operation.sql ? rowObjections(own) : []),
      ...(resource ? byAction(api, { ...own, resource }) : []),
    ];
    if (resource?.action === 'create')
      made.push(...madeIn(resource, at, body, bodyOf(recorded.request)));
    return found;
  });
}

interface Seen {
  readonly operation: Operation;
  readonly at: (place: string) => Json | undefined;
  readonly body: Json;
  readonly made: readonly Made[];
}

type Doing = Seen & { readonly resource: ResourcePolicy };

function byAction(api: ApiModel, seen: Doing): readonly Objection[] {
  switch (seen.resource.action) {
    case 'create':
      return newObjections(seen);
    case 'list':
      return [...listObjections(seen), ...heldObjections(api, seen)];
    case 'update':
      return [...manyObjections(seen), ...nameObjections(seen)];
    default:
      return [];
  }
}

function ownerOf({ name, within = [] }: ResourcePolicy, at: Seen['at']): string {
  return JSON.stringify([name, ...within.map((it) => textOf(at(it) ?? null))]);
}

/** What a creation tells of one thing; of several at once nobody tells which is which. */
function madeIn(
  resource: ResourcePolicy,
  at: Seen['at'],
  body: Json,
  sent: Json | undefined,
): readonly Made[] {
  const { item = '#', key = '#', input = '#', id } = resource;
  const told = valueAt(body, item);
  const named =
    (told !== undefined && isObject(told) ? valueAt(told, key) : undefined) ??
    (id === undefined ? undefined : at(id));
  if (named === undefined || Array.isArray(told)) return [];
  const said = outerToInner(resource, objectOf(valueAt(sent ?? null, input)));
  return [{ owner: ownerOf(resource, at), id: textOf(named), said, told: told ?? null }];
}

function outerToInner({ names = {} }: ResourcePolicy, said: ReturnType<typeof objectOf>): Json {
  return Object.fromEntries(Object.entries(said).map(([it, value]) => [names[it] ?? it, value]));
}

function newObjections({ operation, resource, at, body, made }: Doing): readonly Objection[] {
  const { initial = {}, distinct = [], item = '#', input = '#' } = resource;
  const told = valueAt(body, item) ?? null;
  const said = objectOf(at(input));
  const clause = (...tokens: (string | number)[]) =>
    append(operation.pointer, 'x-resource', ...tokens);
  const wrong = Object.keys(initial).filter(
    (it) =>
      !Object.hasOwn(said, it) &&
      objectOf(told)[it] !== undefined &&
      !isEqual(objectOf(told)[it] ?? null, initial[it] ?? null),
  );
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
    ...wrong.map((it) => ({
      clause: clause('initial', it),
      seen: `${it} of a new one is another`,
    })),
    ...repeated,
  ];
}

/** What was made and is shown must meet the conditions, be in order, and show what was asked for. */
function listObjections({ operation, resource, at, body, made }: Doing): readonly Objection[] {
  const { items, key = '#', filter, order, fields, operators = {} } = resource;
  if (items === undefined) return [];
  const listed = arrayOf(valueAt(body, items));
  const owner = ownerOf(resource, at);
  const own = listed.flatMap((item) => {
    const id = valueAt(item, key);
    const it = made.findLast((one) => one.owner === owner && one.id === textOf(id ?? null));
    return it ? [it] : [];
  });
  const clause = (...tokens: string[]) => append(operation.pointer, 'x-resource', ...tokens);
  const conditions = objectOf(filter === undefined ? undefined : at(filter));
  const strangers = Object.entries(conditions).flatMap(([name, wanted]) => {
    const asked = isObject(wanted) ? Object.entries(wanted) : [[undefined, wanted] as const];
    return asked.flatMap(([operator, value]): Objection[] => {
      const comparison = operator === undefined ? 'equal' : operators[operator];
      const stranger = own.find(
        ({ said }) =>
          comparison !== undefined && !isMet(comparison, objectOf(said)[name] ?? null, value),
      );
      if (!stranger) return [];
      const broken = operator === undefined ? clause('filter') : clause('operators', operator);
      return [{ clause: broken, seen: `${stranger.id} is listed` }];
    });
  });
  const wantedOrder = order === undefined ? undefined : at(order);
  const isDisordered =
    wantedOrder !== undefined &&
    !ordered(
      own.map(({ said }) => said),
      wantedOrder,
    );
  const wanted = fields === undefined ? undefined : at(fields);
  const names = Array.isArray(wanted) ? new Set(arrayOf(wanted).map(textOf)) : undefined;
  const isMore =
    names && listed.some((it) => Object.keys(objectOf(it)).some((name) => !names.has(name)));
  return [
    ...strangers,
    ...(isDisordered ? [{ clause: clause('order'), seen: 'things are in another order' }] : []),
    ...(isMore ? [{ clause: clause('fields'), seen: 'more is shown than was asked for' }] : []),
  ];
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

/** An update of all that meet a condition answers with none that was made and does not. */
function manyObjections({ operation, resource, at, body, made }: Doing): readonly Objection[] {
  const { filter, id, item = '#', key = '#', operators = {} } = resource;
  if (filter === undefined || (id !== undefined && at(id) !== undefined)) return [];
  const told = [valueAt(body, item) ?? null].flat() as readonly Json[];
  const owner = ownerOf(resource, at);
  return Object.entries(objectOf(at(filter))).flatMap(([name, wanted]): Objection[] => {
    const stranger = told.find((one) => {
      const own = made.findLast(
        (it) => it.owner === owner && it.id === textOf(valueAt(one, key) ?? null),
      );
      if (!own) return false;
      const held = objectOf(own.said)[name] ?? null;
      const asked = isObject(wanted) ? Object.entries(wanted) : undefined;
      return asked
        ? asked.some(
            ([it, value]) => operators[it] !== undefined && !isMet(operators[it], held, value),
          )
        : !isEqual(held, wanted);
    });
    const clause = append(operation.pointer, 'x-resource', 'filter');
    return stranger === undefined
      ? []
      : [{ clause, seen: `${JSON.stringify(stranger)} is updated` }];
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
