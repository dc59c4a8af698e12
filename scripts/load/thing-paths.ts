import type { Operation } from '../model/api-model.ts';

/** A path of things, and the path below it of one of them: `/pets` and `/pets/{petId}`. */
export interface ThingPaths {
  /** The path of all of them, without a slash at its end. */
  readonly path: string;
  /** Its last segment, such as `pets`. */
  readonly segment: string;
  /** The variable that says which one. */
  readonly variable: string;
  readonly onAll: readonly Operation[];
  readonly onOne: readonly Operation[];
}

const VARIABLE = /^\{([^{}]+)\}$/;

/**
 * Paths whose last segment is one variable and nothing else, after a segment without any, each with what
 * stands above it. Left out are two paths that differ in nothing but the names of variables or a slash at
 * the end, since nobody can tell which of them a request is about.
 */
export function thingPathsOf(operations: readonly Operation[]): readonly ThingPaths[] {
  const byShape = new Map<string, Map<string, Operation[]>>();
  for (const operation of operations) {
    const shape = toShape(operation.path);
    const alike = byShape.get(shape) ?? new Map<string, Operation[]>();
    alike.set(operation.path, [...(alike.get(operation.path) ?? []), operation]);
    byShape.set(shape, alike);
  }
  return [...byShape.values()].flatMap((alike): ThingPaths[] => {
    const [found] = alike;
    if (alike.size > 1 || !found) return [];
    const [path, onOne] = found;
    const segments = segmentsOf(path);
    const variable = VARIABLE.exec(segments.at(-1) ?? '')?.[1];
    const segment = segments.at(-2);
    if (variable === undefined || segment === undefined || segment.includes('{')) return [];
    const above = `/${segments.slice(0, -1).join('/')}`;
    const paths = byShape.get(toShape(above)) ?? new Map<string, Operation[]>();
    if (paths.size > 1) return [];
    const onAll = [...paths.values()].flat();
    return [{ path: above, segment, variable, onAll, onOne }];
  });
}

/** Whether a path leads to what a thing has or can do: `/pets/{petId}/feed`. */
export function isBelow({ path }: Operation, { path: above, variable }: ThingPaths): boolean {
  return toShape(path).startsWith(`${toShape(`${above}/{${variable}}`)}/`);
}

function segmentsOf(path: string): readonly string[] {
  return path.split('/').filter((it) => it !== '');
}

function toShape(path: string): string {
  return `/${segmentsOf(path).join('/')}`.replaceAll(/\{[^{}]*\}/g, '{}');
}
