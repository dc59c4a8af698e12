import type { Operation } from './api-model.ts';
import { escapePattern } from '../base/escape-pattern.ts';
import { remember } from '../base/remember.ts';

/** The operations of one path, by method, with the values of its template's variables. */
export interface RouteMatch {
  readonly operations: ReadonlyMap<string, Operation>;
  /** Path parameters as they came, still percent-encoded. */
  readonly variables: ReadonlyMap<string, string>;
  /** The same for operations whose template is alike and calls them otherwise. */
  readonly renamed?: ReadonlyMap<Operation, ReadonlyMap<string, string>>;
}

export type Router = (path: string) => RouteMatch | undefined;

interface Branch {
  readonly concrete: Map<string, Branch>;
  readonly templated: {
    /** The segment without the names of its variables. */
    shape: string;
    /** Undefined where the segment is one variable and nothing else. */
    pattern: RegExp | undefined;
    next: Branch;
  }[];
  operations: Map<string, Operation> | undefined;
}

const NO_VARIABLES: RouteMatch['variables'] = new Map();

/**
 * Matches request paths, without their base path, to path templates. A concrete segment is preferred
 * to a templated one (OpenAPI 3.1.1, section 4.8.8.1); cost grows with the path, not with the API.
 */
export function toRouter(operations: readonly Operation[]): Router {
  const root = newBranch();
  // A path that is its own template is preferred to whatever else fits.
  const concrete = new Map<string, RouteMatch>();
  for (const operation of operations) {
    const branch = operation.path.split('/').slice(1).reduce(descend, root);
    branch.operations ??= new Map();
    // Of two operations that nobody can tell apart the first counts.
    if (!branch.operations.has(operation.method)) {
      branch.operations.set(operation.method, operation);
    }
    if (!operation.path.includes('{')) {
      concrete.set(operation.path, { operations: branch.operations, variables: NO_VARIABLES });
    }
  }
  return (path) => {
    const known = concrete.get(path);
    if (known) return known;
    const walk: Walk = { segments: path.split('/'), values: [] };
    const found = find(root, walk, 1);
    return found && toMatch(found, walk.values);
  };
}

/** Templates that differ only by their variables' names are identical (OpenAPI 3.1.1, section 4.8.8.1). */
function toMatch(
  operations: ReadonlyMap<string, Operation>,
  values: readonly string[],
): RouteMatch {
  const [first, ...others] = operations.values();
  const named = ({ path }: Operation) =>
    new Map(variablesOf(path).map((name, index) => [name, values[index] ?? '']));
  const variables = first ? named(first) : NO_VARIABLES;
  const renamed = others.filter(({ path }) => path !== first?.path);
  if (renamed.length === 0) return { operations, variables };
  return { operations, variables, renamed: new Map(renamed.map((it) => [it, named(it)])) };
}

const VARIABLE = /\{([^}]+)\}/g;

const variablesOf = remember((path): readonly string[] =>
  [...path.matchAll(VARIABLE)].map(([, name = '']) => name),
);

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
  const literals = shape.split('{}').map((literal) => escapePattern(literal));
  const isAll = shape === '{}';
  const pattern = isAll ? undefined : new RegExp(`^${literals.join('(.+)')}$`, 's');
  const next = newBranch();
  branch.templated.push({ shape, pattern, next });
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

interface Walk {
  readonly segments: readonly string[];
  /** What the segments before it bind, in order; a way that leads nowhere takes its own back. */
  readonly values: string[];
}

/** The operations below a branch that the segments from a place on lead to. */
function find(branch: Branch, walk: Walk, at: number): Branch['operations'] {
  const { segments, values } = walk;
  const segment = segments[at];
  if (segment === undefined) return branch.operations;
  const concrete = branch.concrete.get(segment) ?? branch.concrete.get(decode(segment));
  const exact = concrete && find(concrete, walk, at + 1);
  if (exact) return exact;
  for (const { pattern, next } of branch.templated) {
    const own = pattern ? pattern.exec(segment)?.slice(1) : [segment];
    if (!own || segment === '') continue;
    const bound = values.length;
    values.push(...own);
    const match = find(next, walk, at + 1);
    if (match) return match;
    values.length = bound;
  }
  return undefined;
}
