import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { RecordedRequest } from './recorded.ts';
import { bindPath } from '../../model/bind-segment.ts';

/** Where a request leads. */
export interface Route {
  /** All operations of its path; none where no template fits it. */
  readonly atPath: readonly Operation[];
  /** The one of its method; HEAD is as good as GET (RFC 9110, section 9.3.2). */
  readonly operation: Operation | undefined;
  /** Decoded values of the template's variables. */
  readonly variables: ReadonlyMap<string, string>;
}

/**
 * Finds what a request is for: a path without variables wins, then the template with the fewest (OpenAPI
 * 3.1.1, section 4.8.8.1), and where a template lacks the method the next that has it.
 */
export function routeOf({ operations }: ApiModel, { method, path }: RecordedRequest): Route {
  const fitting = operations
    .map((operation) => ({ operation, values: valuesOf(operation.path, path) }))
    .filter(({ values }) => values !== undefined)
    .toSorted((left, right) => (left.values?.size ?? 0) - (right.values?.size ?? 0));
  const concrete = fitting.filter(({ values }) => values?.size === 0);
  const found = concrete.length > 0 ? concrete : fitting;
  const wanted = method.toLowerCase();
  const named = (name: string) => found.find((it) => it.operation.method === name);
  const chosen = named(wanted) ?? (wanted === 'head' ? named('get') : undefined);
  const best = chosen ?? found[0];
  const atPath = found.flatMap((it) =>
    it.operation.path === best?.operation.path ? [it.operation] : [],
  );
  return { atPath, operation: chosen?.operation, variables: best?.values ?? new Map() };
}

/** Values of a template's variables; undefined where the path does not fit it. */
function valuesOf(template: string, path: string): ReadonlyMap<string, string> | undefined {
  const names = Array.from(template.matchAll(/\{([^}]+)\}/g), ([, name = '']) => name);
  const values = bindPath(template, path);
  return values && new Map(names.map((name, i) => [name, decoded(values[i] ?? '')]));
}

/** Percent-encoding undone, as far as it can be (RFC 3986, section 2.1). */
export function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
