import { variablesOf } from '../../model/path-variables.ts';
import { textOf, type Json } from '../../base/json.ts';
import { withValueAt, type Pointer } from '../../base/json-pointer.ts';
import type { ApiModel, Operation, Parameter } from '../../model/api-model.ts';
import { fillPath } from '../../wire/fill-path.ts';
import type { Draft } from '../generation/draft.ts';
import { isSendable } from '../generation/sendable.ts';
import { kindNamed, kindsIn, type ThingKind } from './kinds.ts';
import { membersOfThings, type NamedMember } from './members-of-things.ts';
import { encodeComponent } from '../../base/encode-component.ts';

/** The path of a thing; undefined where one of its values makes none. */
export function thingAddress({ one }: ThingKind, values: readonly Json[]): string | undefined {
  const names = variablesOf(one);
  return fillPath(one, (name) => {
    const value = values[names.indexOf(name)];
    return value === undefined ? undefined : encodeComponent(textOf(value));
  });
}

/**
 * A request about things that are there: the innermost that its path names and that is known, and what its
 * other path and query parameters are called after. What was broken on purpose stays so.
 */
export function withThing(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  thingOf: (kind: ThingKind) => { readonly values: readonly Json[] } | undefined,
  isFixed: IsFixed = () => false,
): Draft {
  const values = new Map<string, Json>();
  const names = variablesOf(operation.path);
  const known = kindsIn(api, operation.path)
    .map((kind) => thingOf(kind))
    .findLast((it) => it !== undefined);
  for (const [at, value] of (known?.values ?? []).entries()) values.set(names[at] ?? '', value);
  const valueFor = ({ in: place, name }: Parameter): Json | undefined => {
    if (place === 'path' && values.has(name)) return values.get(name);
    if (place !== 'path' && place !== 'query') return undefined;
    const kind = kindNamed(api, name);
    return kind && thingOf(kind)?.values.at(-1);
  };
  const parameters = draft.parameters.map((given) => {
    const { parameter } = given;
    const isBroken = draft.broken?.includes(`${parameter.in} parameter ${parameter.name}`);
    const isMeant = isBroken || isFixed({ parameter, value: given.value });
    const value = isMeant ? undefined : valueFor(parameter);
    const fitting = value === undefined ? undefined : fitted(api, parameter, value);
    return fitting === undefined ? given : { parameter, value: fitting };
  });
  return { ...draft, parameters };
}

/** What has to stay as it is in a request: a parameter's value, or one at a place of the body. */
export type IsFixed = (
  given:
    | { readonly parameter: Parameter; readonly value: Json }
    | { readonly at: Pointer; readonly value: Json },
) => boolean;

/** The kinds of things that members of a request's body are called after, but for the one that it makes. */
export function kindsInBody(
  api: ApiModel,
  operation: Operation,
  { body }: Draft,
): readonly NamedMember[] {
  if (!body || body.file !== undefined) return [];
  return membersOfThings(api, body.value).filter(({ kind }) => kind.maker !== operation);
}

/**
 * A request whose body names things that are there, where its members are called after them: `shop_id` is the id of a
 * shop. What was broken on purpose stays so, and what the schema does not allow is left.
 */
export function withThingsInBody(
  api: ApiModel,
  operation: Operation,
  draft: Draft,
  thingOf: (kind: ThingKind) => { readonly values: readonly Json[] } | undefined,
  isFixed: IsFixed = () => false,
): Draft {
  const { body, broken } = draft;
  const media = operation.body?.content.find(({ mediaType }) => mediaType === body?.mediaType);
  if (!body || !media || broken?.includes(' at body') === true) return draft;
  const value = kindsInBody(api, operation, draft).reduce((whole, { kind, at, value: given }) => {
    const known = isFixed({ at, value: given }) ? undefined : thingOf(kind)?.values.at(-1);
    if (known === undefined || typeof known !== typeof given) return whole;
    const changed = withValueAt(whole, at, known);
    const isAllowed =
      media.schema === undefined ||
      api.schemas.check(media.schema, changed, 'request').length === 0;
    return isAllowed ? changed : whole;
  }, body.value);
  return value === body.value ? draft : { ...draft, body: { ...body, value } };
}

/** A request about one thing, by the values of its path's variables. */
export function aboutValues(
  { path, parameters }: Operation,
  draft: Draft,
  values: readonly Json[],
): Draft {
  const names = variablesOf(path).slice(0, values.length);
  const own = names.flatMap((name, at) => {
    const parameter = parameters.find((it) => it.in === 'path' && it.name === name);
    const value = values[at];
    return parameter && value !== undefined ? [{ parameter, value }] : [];
  });
  const others = draft.parameters.filter(
    ({ parameter }) => !own.some((it) => it.parameter === parameter),
  );
  return { ...draft, parameters: [...others, ...own] };
}

/** The values of a path's variables up to a thing; undefined where one of them is not known. */
export function valuesIn(
  { path }: Operation,
  { parameters }: Draft,
  { variables }: Pick<ThingKind, 'variables'>,
): readonly Json[] | undefined {
  const names = variablesOf(path).slice(0, variables.length);
  const values = names.flatMap((name) => {
    const given = parameters.find(
      ({ parameter }) => parameter.in === 'path' && parameter.name === name,
    );
    return given ? [given.value] : [];
  });
  return values.length === names.length ? values : undefined;
}

/** Whether a path leads to a thing, below one of the base paths. */
export function leadsTo(bases: readonly string[], path: string, address: string): boolean {
  return bases.some((base) => decoded(path) === decoded(`${base}${address}`));
}

/** Whether a path leads to something that a thing has. */
export function leadsBelow(bases: readonly string[], path: string, address: string): boolean {
  return bases.some((base) => decoded(path).startsWith(`${decoded(`${base}${address}`)}/`));
}

/** A path by its characters, however they are written; as it is where they cannot be read. */
export function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** A value as a parameter takes it: a number and its digits are one text on the wire. */
function fitted(api: ApiModel, parameter: Parameter, value: Json): Json | undefined {
  const { schema } = parameter;
  const numeric = typeof value === 'string' && /^\d{1,15}$/.test(value) ? [Number(value)] : [];
  return [value, textOf(value), ...numeric].find(
    (it) =>
      isSendable(parameter, it) &&
      (schema === undefined || api.schemas.check(schema, it, 'request').length === 0),
  );
}
