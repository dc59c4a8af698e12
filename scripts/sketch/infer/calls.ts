import { openName, type SampleField, type RequestSample } from '../sample.ts';
import { requestAddressOf, isId, singularOf, type RequestAddress } from './addresses.ts';

/** All samples of one operation. */
export interface SeenCall {
  readonly method: string;
  /** Below the base path, ids as variables: `/pets/{petId}`. */
  readonly path: string;
  /** The variables of the path, with the ids that were seen. */
  readonly variables: ReadonlyMap<string, readonly string[]>;
  /** Where it was called. */
  readonly origins: readonly string[];
  readonly samples: readonly RequestSample[];
  /** The queries of the samples, in their order. */
  readonly queries: readonly (readonly SampleField[])[];
}

/** What a set of samples shows of addresses. */
export interface Calls {
  readonly calls: readonly SeenCall[];
  /** Begins with a slash, or is empty; every address begins with it. */
  readonly basePath: string;
  /** Those with the most operations first. */
  readonly origins: readonly string[];
}

/** Groups samples by operation: what looks like an id, or is left open, is a variable of the path. */
export function toCalls(samples: readonly RequestSample[]): Calls {
  const found = samples.map((sample) => ({ sample, address: requestAddressOf(sample) }));
  const basePath = basePathOf(found.map(({ address }) => address));
  const depth = basePath.split('/').length - 1;
  const names = new Map<string, string>();
  const placed = found.map(({ sample, address }) => {
    return { sample, address, ...template(address.segments.slice(depth), names) };
  });
  const groups = Map.groupBy(placed, ({ sample, path }) => `${sample.method} ${path}`);
  const calls = [...groups.values()].map((group): SeenCall => {
    const [first] = group;
    const variables = (first?.ids ?? []).map(([name], index): [string, string[]] => {
      const seen = group.flatMap(({ ids }) => ids[index]?.[1] ?? []);
      return [name, [...new Set(seen)].filter((it) => !it.startsWith('{'))];
    });
    return {
      method: first?.sample.method ?? 'get',
      path: first?.path ?? '/',
      variables: new Map(variables),
      origins: [...new Set(group.map(({ address }) => address.origin))],
      samples: group.map(({ sample }) => sample),
      queries: group.map(({ address }) => address.query),
    };
  });
  const origins = [...new Set(found.map(({ address }) => address.origin))];
  const count = (origin: string) => calls.filter((it) => it.origins.includes(origin)).length;
  return {
    calls: calls.toSorted((left, right) =>
      left.path < right.path ? -1 : left.path > right.path ? 1 : 0,
    ),
    basePath,
    origins: origins.toSorted((left, right) => count(right) - count(left)),
  };
}

/** The first segments that all addresses share and that say nothing of a thing: `/api`, `/v1`, `/api/v2`. */
function basePathOf(addresses: readonly RequestAddress[]): string {
  const [first] = addresses;
  let depth = 0;
  while (addresses.every(({ segments }) => segments.length > depth + 1)) {
    const segment = first?.segments[depth] ?? '';
    const isShared = addresses.every(({ segments }) => segments[depth] === segment);
    if (
      !isShared ||
      !/^(api|apis|rest|public|v\d+([._-]?\w+)?|\d{4}-\d{2}(-\d{2})?)$/i.test(segment)
    )
      break;
    depth += 1;
  }
  return (first?.segments.slice(0, depth) ?? []).map((it) => `/${it}`).join('');
}

/** A path with its ids as variables; `names` keeps one name for one place in all paths. */
function template(segments: readonly string[], names: Map<string, string>) {
  const ids: (readonly [name: string, id: string])[] = [];
  const written: string[] = [];
  for (const [index, segment] of segments.entries()) {
    if (!isId(segment)) {
      written.push(segment.replaceAll(/[{}?#%\s]/g, '-'));
      continue;
    }
    const place = `/${written.join('/')}`;
    const name =
      names.get(place) ??
      nameFor(
        segment,
        segments[index - 1],
        ids.map(([it]) => it),
      );
    names.set(place, name);
    ids.push([name, segment]);
    written.push(`{${name}}`);
  }
  return { path: `/${written.join('/')}`, ids };
}

function nameFor(segment: string, parent: string | undefined, taken: readonly string[]): string {
  const [, open] = /^\{(.+)\}$/.exec(segment) ?? [];
  const owner = parent === undefined || isId(parent) ? 'item' : singularOf(openName(parent));
  const isBare = open === undefined || /^(id|uuid|key|value)$/i.test(open);
  const name = isBare ? `${owner}Id` : openName(open);
  let free = name;
  for (let count = 2; taken.includes(free); count += 1) free = `${name}${count}`;
  return free;
}
