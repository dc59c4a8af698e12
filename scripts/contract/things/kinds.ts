import type { ApiModel, Operation } from '../../model/api-model.ts';
import { isNamedAfter } from '../../model/id-property.ts';
import { variablesOf } from '../../model/path-variables.ts';
import { spell } from '../../base/spell.ts';

/**
 * Things by the shape of paths alone: those that a variable at the end of a segment tells apart, such as
 * `/things/{id}`. No schema and no annotation has to say so; what a server answers shows whether it is true.
 */
export interface ThingKind {
  /** The path up to the variable, such as `/users/{userId}/things/{id}`. */
  readonly one: string;
  /** The same whatever its variables are called: `/users/{}/things/{}`. */
  readonly shape: string;
  /** The segment before the variable, such as `things`; empty where that is a variable too. */
  readonly segment: string;
  /** All variables of the path up to it, its own last. */
  readonly variables: readonly string[];
  /** Whose it is; undefined at the top. */
  readonly parent: ThingKind | undefined;
  /** The POST that makes one, and the GET that lists them: at the path above. */
  readonly maker: Operation | undefined;
  readonly list: Operation | undefined;
  readonly reader: Operation | undefined;
  readonly deleter: Operation | undefined;
}

const VARIABLE = /^\{([^{}]+)\}$/;
const KNOWN = new WeakMap<ApiModel, readonly ThingKind[]>();

/** The kinds of things of a description, those above before those within them. */
export function kindsOf(api: ApiModel): readonly ThingKind[] {
  const known = KNOWN.get(api) ?? findKinds(api);
  KNOWN.set(api, known);
  return known;
}

function findKinds({ operations }: ApiModel): readonly ThingKind[] {
  const kinds = new Map<string, ThingKind>();
  const prefixes = operations.flatMap(({ path }) => prefixesOf(path));
  for (const segments of prefixes.toSorted((left, right) => left.length - right.length)) {
    const one = `/${segments.join('/')}`;
    const shape = shapeOf(one);
    const before = segments.at(-2) ?? '';
    if (kinds.has(shape) || before === '') continue;
    const segment = VARIABLE.test(before) ? '' : before;
    if (segment.includes('{')) continue;
    const above = shapeOf(`/${segments.slice(0, -1).join('/')}`);
    const at = (method: string, where: string) =>
      operations.find((it) => it.method === method && shapeOf(it.path) === where);
    kinds.set(shape, {
      one,
      shape,
      segment,
      variables: variablesOf(one),
      parent: prefixesOf(one)
        .slice(0, -1)
        .map((it) => kinds.get(shapeOf(`/${it.join('/')}`)))
        .findLast((it) => it !== undefined),
      maker: at('post', above),
      list: at('get', above),
      reader: at('get', shape),
      deleter: at('delete', shape),
    });
  }
  return [...kinds.values()];
}

/** The beginnings of a path that end in a variable. */
function prefixesOf(path: string): string[][] {
  const segments = path.split('/').filter((it) => it !== '');
  return segments.flatMap((it, at) => (VARIABLE.test(it) ? [segments.slice(0, at + 1)] : []));
}

/** A path whatever its variables are called, without a slash at its end. */
function shapeOf(path: string): string {
  const segments = path.split('/').filter((it) => it !== '');
  return `/${segments.join('/')}`.replaceAll(/\{[^{}]*\}/g, '{}');
}

/** The kinds whose things a path names, the outermost first. */
export function kindsIn(api: ApiModel, path: string): readonly ThingKind[] {
  const shape = shapeOf(path);
  return kindsOf(api).filter((it) => shape === it.shape || shape.startsWith(`${it.shape}/`));
}

/** The kind at the top that a name such as `thingId` or `thing_id` is about; undefined where none is. */
export function kindNamed(api: ApiModel, name: string): ThingKind | undefined {
  const owner = /^(.+?)(?:id|uuid|guid|key|slug)$/.exec(spell(name))?.[1];
  if (owner === undefined) return undefined;
  return kindsOf(api).find(
    ({ variables, segment }) => variables.length === 1 && isNamedAfter(owner, segment),
  );
}

/** The kind whose things an operation makes; undefined where it makes none that a path names. */
export function madeBy(api: ApiModel, operation: Operation): ThingKind | undefined {
  return kindsOf(api).find(({ maker }) => maker === operation);
}

/** Whether an operation takes things away. */
export function isDeleting({ method, resource }: Operation): boolean {
  return method === 'delete' || resource?.action === 'delete';
}
