import type { Operation } from './api-model.ts';
import { escapePattern } from '../base/escape-pattern.ts';

/** The operations of one path, by method, with the values of its template's variables. */
export interface RouteMatch {
  readonly operations: ReadonlyMap<string, Operation>;
  /** Path parameters as they came, still percent-encoded. */
  readonly variables: ReadonlyMap<string, string>;
}

export type Router = (path: string) => RouteMatch | undefined;

interface Branch {
  readonly concrete: Map<string, Branch>;
  readonly templated: {
    segment: string;
    /** Undefined where the segment is one variable and nothing else. */
    pattern: RegExp | undefined;
    names: readonly string[];
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
    branch.operations.set(operation.method, operation);
    if (!operation.path.includes('{')) {
      concrete.set(operation.path, { operations: branch.operations, variables: NO_VARIABLES });
    }
  }
  return (path) => {
    const known = concrete.get(path);
    if (known) return known;
    const walk: Walk = { segments: path.split('/'), variables: [] };
    const found = find(root, walk, 1);
    return found && { operations: found, variables: new Map(walk.variables) };
  };
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
  const known = branch.templated.find((it) => it.segment === segment);
  if (known) return known.next;
  const names = [...segment.matchAll(/\{([^}]+)\}/g)].map(([, name = '']) => name);
  const literals = segment.split(/\{[^}]+\}/).map((literal) => escapePattern(literal));
  const isAll = names.length === 1 && literals.every((literal) => literal === '');
  const pattern = isAll ? undefined : new RegExp(`^${literals.join('(.+)')}$`, 's');
  const next = newBranch();
  branch.templated.push({ segment, pattern, names, next });
  // `{id}.json` says more than `{id}`: more fixed letters go first.
  branch.templated.sort((left, right) => lettersOf(right) - lettersOf(left));
  return next;
}

function lettersOf({ segment }: { readonly segment: string }): number {
  return segment.replaceAll(/\{[^}]+\}/g, '').length;
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
  /** What the segments before it bind; a way that leads nowhere takes its own back. */
  readonly variables: (readonly [string, string])[];
}

/** The operations below a branch that the segments from a place on lead to. */
function find(branch: Branch, walk: Walk, at: number): Branch['operations'] {
  const { segments, variables } = walk;
  const segment = segments[at];
  if (segment === undefined) return branch.operations;
  const concrete = branch.concrete.get(segment) ?? branch.concrete.get(decode(segment));
  const exact = concrete && find(concrete, walk, at + 1);
  if (exact) return exact;
  for (const { pattern, names, next } of branch.templated) {
    const values = pattern ? pattern.exec(segment)?.slice(1) : [segment];
    if (!values || segment === '') continue;
    const bound = variables.length;
    names.forEach((name, i) => variables.push([name, values[i] ?? '']));
    const match = find(next, walk, at + 1);
    if (match) return match;
    variables.length = bound;
  }
  return undefined;
}
