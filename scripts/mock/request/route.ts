import type { Operation } from '../../model/api-model.ts';
import { parentOf, type Pointer } from '../../base/json-pointer.ts';
import type { RouteMatch, Router } from '../../model/router.ts';
import type { Answer } from '../../wire/answer.ts';
import type { Call } from '../../wire/call.ts';
import { refuse, type Refusal } from '../../refusal/refusal.ts';

/** Longer paths are repeated up to the last slash before here. */
const LONGEST_ECHO = 100;

/** The documented paths of one server. */
export interface Routing {
  readonly router: Router;
  /** The documented path that somebody may have meant who asked for none; empty where there is none. */
  readonly nearest: (path: string) => string;
  /** A documented path, for whoever asks for the base address; undefined where there is none. */
  readonly first: string | undefined;
}

/** Where a request leads: to an operation, to an answer at once, or nowhere. */
export interface Route {
  readonly operation: Operation;
  /** Values of the path's variables, still percent-encoded. */
  readonly variables: ReadonlyMap<string, string>;
}

/**
 * Finds the operation of a request. HEAD is answered as GET (RFC 9110, section 9.3.2), OPTIONS with
 * the methods of the path (section 9.3.7), unless the description documents them itself. Any
 * other method of a known path is a 405 with `Allow` (section 15.5.6).
 */
export function routeCall(routing: Routing, call: Call): Route | Answer | Refusal {
  const match = routing.router(call.path);
  if (!match) return refuse('notFound', noPath(call.path, routing));
  const { operations, variables } = match;
  const method = call.method.toLowerCase();
  const documented = operations.get(method);
  const operation = documented ?? (method === 'head' ? operations.get('get') : undefined);
  if (operation) return { operation, variables: match.renamed?.get(operation) ?? variables };
  const allow = allowOf(match);
  if (method === 'options') return { status: 204, headers: { allow }, body: undefined };
  return refuse('methodNotAllowed', `${call.method} is not allowed here; ${allow} are.`, {
    headers: { allow },
    constraint: pathOf(match),
  });
}

function noPath(path: string, { nearest, first }: Routing): string {
  if (path === '' || path === '/') {
    return `This is the base address; ${first === undefined ? 'no path is documented below it' : `try a path below it, such as ${first}`}.`;
  }
  const meant = nearest(path);
  const asked = `There is no path ${shorten(path)}`;
  return meant === '' ? `${asked}.` : `${asked}; did you mean ${meant}?`;
}

/** Whole segments only: half a word reads as if it had been sent so. */
function shorten(path: string): string {
  if (path.length <= LONGEST_ECHO) return path;
  return `${path.slice(0, path.lastIndexOf('/', LONGEST_ECHO))}/…`;
}

/** The Path Item Object, which its operations are children of. */
function pathOf({ operations }: RouteMatch): Pointer | undefined {
  const [operation] = operations.values();
  return operation && parentOf(operation.pointer);
}

/** The methods of a path, as `Allow` lists them. */
export function allowOf({ operations }: RouteMatch): string {
  const documented = [...operations.keys()].map((method) => method.toUpperCase());
  const implied = operations.has('get') ? ['HEAD', 'OPTIONS'] : ['OPTIONS'];
  return [...new Set([...documented, ...implied])].join(', ');
}
