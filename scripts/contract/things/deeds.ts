import { arrayOf, isObject, textOf, type Json } from '../../base/json.ts';
import { append, tokensOf, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Exchange, WireRequest } from '../../wire/exchange.ts';
import type { Draft } from '../generation/draft.ts';
import { decoded, thingAddress } from './feed.ts';
import { kindNamed, type ThingKind } from './kinds.ts';
import { membersOfThings } from './members-of-things.ts';

/** A request that made things, or changed one that the run had made. */
export interface Deed {
  readonly operation: Operation;
  readonly draft: Draft;
  readonly request: WireRequest;
  readonly made: readonly Pick<Made, 'kind' | 'values'>[];
  /** Set where the server failed at it: it may have done something even so. */
  readonly isFailed?: true;
}

interface Made {
  readonly kind: ThingKind;
  readonly values: readonly Json[];
  readonly address: string;
  readonly deed: Numbered;
  /** The newest changes, in order. */
  readonly changes: Numbered[];
}

interface Numbered extends Deed {
  readonly number: number;
}

/** What a run has done to its own things. */
export interface Deeds {
  /** Remembers a request that succeeded, and what it made if anything; or one at which the server failed. */
  readonly note: (
    operation: Operation,
    draft: Draft,
    exchange: Exchange,
    made: Deed['made'],
  ) => void;
  /**
   * What was done, in order, to the things that an exchange is about. With a place in its answer, or where the server failed,
   * it is about what these things are like: then what changed them counts as well.
   */
  readonly behind: (exchange: Exchange, at?: Pointer) => readonly Deed[];
}

/** Things behind one exchange, and changes of each, that are told. */
const MOST_THINGS = 20;
const MOST_CHANGES = 3;
/** Letters of an id that is none by chance, wherever it stands. */
const TELLING = 8;
/** Characters of a body that are looked at. */
const LONGEST = 200_000;

/** Remembers what made the things of a run, below the base paths of its servers. */
export function createDeeds(api: ApiModel, bases: readonly string[]): Deeds {
  const things = new Map<string, Made>();
  const failed = new Map<string, Numbered[]>();
  let count = 0;

  /** Things that a path leads to or through, the outermost first. */
  const onPath = ({ url }: WireRequest): readonly Made[] => {
    const path = URL.parse(url)?.pathname ?? '';
    return bases.flatMap((base) => {
      if (!path.startsWith(`${base}/`)) return [];
      const segments = path.slice(base.length + 1).split('/');
      return segments.flatMap(
        (_, at) => things.get(decoded(`/${segments.slice(0, at + 1).join('/')}`)) ?? [],
      );
    });
  };
  const named = (kind: ThingKind, value: Json): readonly Made[] => {
    const address = thingAddress(kind, [value]);
    const thing = address === undefined ? undefined : things.get(decoded(address));
    return thing ? [thing] : [];
  };
  const inBody = (value: Json | undefined): readonly Made[] =>
    membersOfThings(api, value).flatMap((it) => named(it.kind, it.value));
  const inRequest = (request: WireRequest): readonly Made[] => {
    const query = [...(URL.parse(request.url)?.searchParams ?? [])].flatMap(([name, value]) => {
      const kind = kindNamed(api, name);
      return kind ? named(kind, value) : [];
    });
    return [...onPath(request), ...query, ...inBody(read(request.body))];
  };
  /** Things that an answer lists below its own path, or names by an id that stands nowhere by chance. */
  const listed = (request: WireRequest, body: Json | undefined): readonly Made[] => {
    const path = pathOf(request);
    const scalars = new Set(scalarsIn(body));
    return [...things].flatMap(([address, thing]) => {
      const id = textOf(thing.values.at(-1));
      if (!scalars.has(id)) return [];
      const above = address.slice(0, address.lastIndexOf('/'));
      const isBelow = bases.some((base) => decoded(`${base}${above}`) === path);
      return isBelow || id.length >= TELLING ? [thing] : [];
    });
  };
  const inAnswer = ({ request, response }: Exchange, at: Pointer | undefined): readonly Made[] => {
    const body = read(response?.body);
    const found = (it: Json | undefined) => [...inBody(it), ...listed(request, it)];
    const own = at === undefined ? [] : found(itemAround(body, at));
    return own.length > 0 ? own : found(body);
  };
  const add = (thing: Made, seen: Set<Made>): void => {
    if (seen.has(thing) || seen.size >= MOST_THINGS) return;
    seen.add(thing);
    // A thing is made of nothing but what its request says: what that names has been made before.
    for (const other of inRequest(thing.deed.request)) add(other, seen);
  };
  /** What a path, or one below it, was sent while the server failed. */
  const failedAt = (request: WireRequest): readonly Numbered[] =>
    [...failed]
      .flatMap(([path, own]) => (`${path}/`.startsWith(`${pathOf(request)}/`) ? own : []))
      .toSorted((left, right) => left.number - right.number)
      .slice(-MOST_CHANGES);

  return {
    note(operation, draft, exchange, made) {
      const { request, response } = exchange;
      const status = response?.status ?? 0;
      if (!CHANGING.includes(request.method) || status < 200) return;
      const deed = { operation, draft, request, made, number: (count += 1) };
      if (status >= 500) {
        const path = pathOf(request);
        const own = [...(failed.get(path) ?? []), { ...deed, isFailed: true as const }];
        failed.set(path, own.slice(-MOST_CHANGES));
      }
      if (status >= 300) return;
      for (const { kind, values } of made) {
        const address = thingAddress(kind, values);
        if (address !== undefined)
          things.set(decoded(address), { kind, values, address, deed, changes: [] });
      }
      if (made.length > 0) return;
      for (const { changes } of onPath(request).slice(-1)) {
        changes.push(deed);
        if (changes.length > MOST_CHANGES) changes.shift();
      }
    },
    behind(exchange, at) {
      const { request, response } = exchange;
      const isFailure = (response?.status ?? 0) >= 500;
      const isReading = !CHANGING.includes(request.method) && request.method !== 'DELETE';
      // Whoever changes something itself says how it is to be.
      const isAboutState = isReading && (at !== undefined || isFailure);
      const shown = inAnswer(exchange, at);
      const changed = isAboutState ? [...onPath(request).slice(-1), ...shown] : [];
      const failures = isReading && isFailure ? failedAt(request) : [];
      const seen = new Set<Made>();
      const besides = failures.flatMap((it) => inRequest(it.request));
      for (const thing of [...inRequest(request), ...shown, ...besides]) add(thing, seen);
      const all = [
        ...[...seen].map(({ deed }) => deed),
        ...changed.flatMap(({ changes }) => changes),
        ...failures,
      ];
      return [...new Set(all)]
        .filter((it) => it.request !== request)
        .toSorted((left, right) => left.number - right.number);
    },
  };
}

function pathOf({ url }: WireRequest): string {
  return decoded(URL.parse(url)?.pathname ?? '').replace(/\/$/, '');
}

const CHANGING: readonly string[] = ['POST', 'PUT', 'PATCH'];

function read(text: string | undefined): Json | undefined {
  return text === undefined || text.length > LONGEST ? undefined : jsonOrNone(text);
}

/** The innermost item of a list in which a place is; undefined where it is in none. */
function itemAround(body: Json | undefined, at: Pointer): Json | undefined {
  let place: Pointer = '#';
  let item: Json | undefined;
  for (const token of tokensOf(at)) {
    const isListed = Array.isArray(valueAt(body ?? null, place));
    place = append(place, token);
    if (isListed) item = valueAt(body ?? null, place);
  }
  return item;
}

/** The texts of all single values of a body. */
export function scalarsIn(value: Json | undefined): readonly string[] {
  if (value === undefined || value === null) return [];
  if (Array.isArray(value)) return arrayOf(value).flatMap(scalarsIn);
  return isObject(value) ? Object.values(value).flatMap(scalarsIn) : [textOf(value)];
}
