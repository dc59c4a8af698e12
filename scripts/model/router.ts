import type { Operation } from './api-model.ts';
import { bindSegment } from './bind-segment.ts';

/** The operations of one path, by method, with the values of its template's variables. */
export interface RouteMatch {
  /** Those of the template that fits best first; another that fits too adds what methods that one lacks. */
  readonly operations: ReadonlyMap<string, Operation>;
  /** Path parameters as they came, still percent-encoded. */
  readonly variables: ReadonlyMap<string, string>;
  /** The same for operations of another template, or of one that is alike and calls them otherwise. */
  readonly renamed?: ReadonlyMap<Operation, ReadonlyMap<string, string>>;
}

export type Router = (path: string) => RouteMatch | undefined;

interface Branch {
  readonly concrete: Map<string, Branch>;
  readonly templated: {
    /** The segment without the names of its variables. */
    shape: string;
    /** What stands around its variables. */
    literals: readonly string[];
    next: Branch;
  }[];
  operations: Map<string, Served> | undefined;
}

/** An operation, and the template by which a path leads to it: its own or a printed one. */
interface Served {
  readonly operation: Operation;
  readonly path: string;
  /** The variables of the template in their order. */
  readonly names: readonly string[];
}

const NO_VARIABLES: RouteMatch['variables'] = new Map();

/**
 * Matches request paths, without their base path, to path templates. A concrete segment is preferred
 * to a templated one (OpenAPI 3.1.1, section 4.8.8.1); cost grows with the path, not with the API. Of several
 * templates that fit, a method that the first does not document is taken from the next that does; a path
 * without variables is matched before all templates, whatever methods it has. What documents print otherwise
 * (`x-documented-as`) adds the methods that are described nowhere there.
 */
export function toRouter(operations: readonly Operation[]): Router {
  const described = toFinder(
    operations.map((operation) => ({ operation, method: operation.method, path: operation.path })),
  );
  const spelled = operations.flatMap((operation) =>
    operation.printedAs.flatMap(({ method, path, isServed }) =>
      isServed ? [{ operation, method, path }] : [],
    ),
  );
  if (spelled.length === 0) return described;
  const printed = toFinder(spelled, false);
  return (path) => {
    const [own, other] = [described(path), printed(path)];
    return own && other ? joined(own, other) : (own ?? other);
  };
}

/** What is described comes first. */
function joined(own: RouteMatch, other: RouteMatch): RouteMatch {
  const isRead = own.operations.has('get');
  const added = [...other.operations].filter(
    ([method]) => !own.operations.has(method) && !(method === 'head' && isRead),
  );
  if (added.length === 0) return own;
  const renamed = added.map(
    ([, operation]) => [operation, other.renamed?.get(operation) ?? other.variables] as const,
  );
  return {
    operations: new Map([...own.operations, ...added]),
    variables: own.variables,
    renamed: new Map([...(own.renamed ?? []), ...renamed]),
  };
}

interface Route extends Omit<Served, 'names'> {
  readonly method: string;
}

/** A path without variables hides the templates that fit it, too, unless all that fits is wanted. */
function toFinder(routes: readonly Route[], isHiding = true): Router {
  const root = newBranch();
  // Paths without variables are asked for most often: what fits them is found once.
  const concrete = new Map<string, RouteMatch | undefined>();
  for (const { operation, method, path } of routes) {
    const branch = path.split('/').slice(1).reduce(descend, root);
    branch.operations ??= new Map();
    // Of two operations that nobody can tell apart the first counts.
    if (!branch.operations.has(method))
      branch.operations.set(method, { operation, path, names: variablesOf(path) });
    if (!path.includes('{')) concrete.set(path, undefined);
  }
  const find = (path: string): RouteMatch | undefined => {
    const walk: Walk = { segments: path.split('/'), values: [], found: [] };
    collect(root, walk, 1);
    const [best] = walk.found;
    return toMatch(isHiding && best?.values.length === 0 ? [best] : walk.found);
  };
  return (path) => {
    const known = concrete.get(path);
    if (known) return known;
    const match = find(path);
    if (match && concrete.has(path)) concrete.set(path, match);
    return match;
  };
}

/** Templates that differ only by their variables' names are identical (OpenAPI 3.1.1, section 4.8.8.1). */
function toMatch(found: readonly Found[]): RouteMatch | undefined {
  const [best] = found;
  const [first] = best?.operations.values() ?? [];
  if (!best || !first) return undefined;
  const variables = namedValues(first.names, best.values);
  const operations = new Map<string, Operation>();
  const renamed = new Map<Operation, RouteMatch['variables']>();
  for (const { operations: own, values } of found) {
    // Whatever has a GET has a HEAD (RFC 9110, section 9.3.2): it is not taken from the next.
    const isRead = operations.has('get');
    for (const [method, { operation, path, names }] of own) {
      if (operations.has(method) || (method === 'head' && isRead)) continue;
      operations.set(method, operation);
      if (path !== first.path) renamed.set(operation, namedValues(names, values));
    }
  }
  return renamed.size === 0 ? { operations, variables } : { operations, variables, renamed };
}

function namedValues(
  names: readonly string[],
  values: readonly string[],
): ReadonlyMap<string, string> {
  if (names.length === 0) return NO_VARIABLES;
  return new Map(names.map((name, index) => [name, values[index] ?? '']));
}

const VARIABLE = /\{([^}]+)\}/g;

function variablesOf(path: string): readonly string[] {
  return [...path.matchAll(VARIABLE)].map(([, name = '']) => name);
}

/** Matches the paths of those operations that are found at one documented server. */
export function toServerRouter(operations: readonly Operation[], server: string): Router {
  return toRouter(operations.filter(({ servers }) => servers.some(({ url }) => url === server)));
}

function newBranch(): Branch {
  return { concrete: new Map(), templated: [], operations: undefined };
}

function descend(branch: Branch, segment: string): Branch {
  if (!segment.includes('{')) {
    const next = branch.concrete.get(segment) ?? newBranch();
    branch.concrete.set(segment, next);
    return next;
  }
  const shape = segment.replaceAll(VARIABLE, '{}');
  const known = branch.templated.find((it) => it.shape === shape);
  if (known) return known.next;
  const next = newBranch();
  branch.templated.push({ shape, literals: shape.split('{}'), next });
  // `{id}.json` says more than `{id}`: more fixed letters go first.
  branch.templated.sort((left, right) => lettersOf(right) - lettersOf(left));
  return next;
}

function lettersOf({ shape }: { readonly shape: string }): number {
  return shape.replaceAll('{}', '').length;
}

/** `/p%65ts` and `/pets` are the same path (RFC 3986, section 6.2.2.2). */
function decode(segment: string): string {
  if (!segment.includes('%')) return segment;
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

/** The operations of a template that fits, and what its variables are then. */
interface Found {
  readonly operations: ReadonlyMap<string, Served>;
  readonly values: readonly string[];
}

interface Walk {
  readonly segments: readonly string[];
  /** What the segments before it bind, in order; each way takes its own back. */
  readonly values: string[];
  readonly found: Found[];
}

/** Gathers the templates below a branch that the segments from a place on fit, the most concrete first. */
function collect(branch: Branch, walk: Walk, at: number): void {
  const { segments, values, found } = walk;
  const segment = segments[at];
  if (segment === undefined) {
    if (branch.operations) found.push({ operations: branch.operations, values: [...values] });
    return;
  }
  const concrete = branch.concrete.get(segment) ?? branch.concrete.get(decode(segment));
  if (concrete) collect(concrete, walk, at + 1);
  if (segment === '') return;
  for (const { literals, next } of branch.templated) {
    const own = bindSegment(literals, segment);
    if (!own) continue;
    const bound = values.length;
    values.push(...own);
    collect(next, walk, at + 1);
    values.length = bound;
  }
}
