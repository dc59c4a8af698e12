import * as fc from 'fast-check';
import { isObject, type Json } from '../../base/json.ts';
import { isJsonType } from '../../base/media-type.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { isNumber } from '../../values/exact-numbers.ts';
import { HOSTILE_NUMBERS } from '../../values/generate/hostile-numbers.ts';
import { HOSTILE_STRINGS, type HostileKind } from '../../values/generate/hostile-strings.ts';
import { richDrafts } from './broken-draft.ts';
import { partsOf, type Part } from './change.ts';
import { exampleDrafts, validDraft, type Draft } from './draft.ts';
import { perOperation } from '../../model/per-operation.ts';
import { withEach } from './with-each.ts';
import { withFreeMembers } from './with-free-members.ts';

/** A request that breaks no schema, with values that servers are known to stumble over. */
export interface HostileDraft {
  readonly draft: Draft;
  /** What it has, to follow on "a request with". */
  readonly what: string;
}

/** Kinds of texts, those that make most servers fail first. */
const KINDS = {
  control: 'control characters',
  surrogate: 'half of a surrogate pair',
  long: 'a long text',
  percent: 'percent signs',
  'line-break': 'line breaks',
  astral: 'characters beyond 16 bits',
  composition: 'characters of several normal forms',
  quote: 'quotes',
  'white-space': 'white space of all kinds',
  template: 'placeholders of templates',
  bidirectional: 'characters that change the direction',
  number: 'texts that look like numbers',
  word: 'names that languages keep for themselves',
  'path-separator': 'slashes',
  'dot-segment': 'dot segments',
} as const satisfies Readonly<Record<HostileKind, string>>;

/** In a path they lead to other operations, which may change something. */
const LEADING_ELSEWHERE: ReadonlySet<HostileKind> = new Set(['path-separator', 'dot-segment']);

const NUMBERS = 'numbers that 64 bits do not hold';

/** What most servers fail to keep where anything may stand; who refuses one there would hide what stands elsewhere. */
const FOR_FREE_MEMBERS: ReadonlySet<string> = new Set([KINDS.control, KINDS.surrogate, NUMBERS]);

/** Lists in lists, as deep as any reader of JSON goes, and deeper than some that write it. */
const DEPTH = 300;
const DEEP = Array.from({ length: DEPTH }).reduce<Json>((inner) => [inner], []);

/**
 * Requests with hostile values wherever the schemas allow them: the first of each kind, then the second,
 * and so on. Path variables have requests of their own, for a thing that nobody finds hides the rest. They are made
 * of the fullest request, or of what the server was seen to take in its place by then.
 */
export function* hostileDrafts(
  api: ApiModel,
  operation: Operation,
  tookInstead: () => Draft | undefined = () => undefined,
): Generator<HostileDraft, undefined> {
  const full = richDrafts(api, operation).at(-1);
  const [plain] = exampleDrafts(api, operation);
  if (!full || !plain) return undefined;
  const isSafe = ['get', 'head'].includes(operation.method);
  for (let round = 0; round < MOST; round += 1) {
    const texts = kindsOf(KINDS).flatMap(([kind, what]) => {
      const isElsewhere = !isSafe && LEADING_ELSEWHERE.has(kind);
      return { what, value: HOSTILE_STRINGS[kind][round], isForPath: !isElsewhere };
    });
    const number = { what: NUMBERS, value: HOSTILE_NUMBERS[round], isForPath: true };
    yield* oneByOne(api, operation, { full, plain: tookInstead() ?? plain }, number);
    for (const { what, value, isForPath } of [...texts, number]) {
      if (value === undefined) continue;
      const draft = tookInstead() ?? full;
      const rest = withEach(api, draft, partsOutside(operation, draft), value);
      if (rest) yield { draft: rest, what };
      const free =
        FOR_FREE_MEMBERS.has(what) &&
        withFreeMembers(api, draft, partsOutside(operation, draft), value);
      if (free) yield { draft: free, what: `${what} in a member that may be anything` };
      const path = isForPath && withEach(api, draft, partsInPath(operation, draft), value);
      if (path) yield { draft: path, what: `${what} in its path` };
    }
    const taken = tookInstead() ?? full;
    const deep = withFreeMembers(api, taken, partsOutside(operation, taken), DEEP);
    if (round === 0 && deep) yield { draft: deep, what: `lists ${DEPTH} deep` };
  }
  return undefined;
}

/** Valid requests, each with one hostile value wherever it fits. */
export const hostileDraft = perOperation((api, operation): fc.Arbitrary<Draft> => {
  const isSafe = ['get', 'head'].includes(operation.method);
  const texts = kindsOf(KINDS)
    .filter(([kind]) => isSafe || !LEADING_ELSEWHERE.has(kind))
    .flatMap(([kind]): readonly (string | bigint)[] => HOSTILE_STRINGS[kind]);
  const value = fc.constantFrom(...texts, ...HOSTILE_NUMBERS);
  return fc
    .tuple(validDraft(api, operation), value, fc.boolean())
    .map(([draft, hostile, isForPath]) => {
      const parts = isForPath ? partsOf(operation, draft) : partsOutside(operation, draft);
      return withEach(api, draft, parts, hostile) ?? draft;
    });
});

/** A plain request with one of its numbers hostile: what else is hostile, or only there, could be refused first. */
function* oneByOne(
  api: ApiModel,
  operation: Operation,
  { full, plain }: { readonly full: Draft; readonly plain: Draft },
  { value, what }: { readonly value: bigint | undefined; readonly what: string },
): Generator<HostileDraft> {
  if (value === undefined) return;
  for (const part of partsOutside(operation, full)) {
    const { parameter } = part;
    if (!parameter) {
      for (const draft of membersAlone(api, plain, part, value)) yield { draft, what };
      continue;
    }
    if (!isNumber(part.value)) continue;
    const others = plain.parameters.filter((it) => it.parameter !== parameter);
    const parameters = [...others, { parameter, value: part.value }];
    const draft = withEach(api, { ...plain, parameters }, [part], value);
    if (draft) yield { draft, what };
  }
}

/** Members of a body that are tried alone. */
const MOST_MEMBERS = 6;

/** The body of a plain request with a number in place of one member that a full one has as a number. */
function membersAlone(api: ApiModel, plain: Draft, full: Part, value: bigint): readonly Draft[] {
  const { body } = plain;
  const held = body?.value;
  if (!body || body.mediaType !== full.media?.mediaType || !isJsonType(body.mediaType)) return [];
  if (!isObject(held) || !isObject(full.value)) return [];
  const names = Object.entries(full.value).flatMap(([name, it]) => (isNumber(it) ? [name] : []));
  return names.slice(0, MOST_MEMBERS).flatMap((name): Draft[] => {
    const whole = { ...held, [name]: value };
    const breaches = full.schema ? api.schemas.check(full.schema, whole, 'request') : [];
    return breaches.length > 0 ? [] : [{ ...plain, body: { ...body, value: whole } }];
  });
}

const MOST = Math.max(...Object.values(HOSTILE_STRINGS).map(({ length }) => length));

function kindsOf(kinds: Readonly<Record<HostileKind, string>>) {
  return Object.entries(kinds) as [HostileKind, string][];
}

function partsInPath(operation: Operation, draft: Draft): Part[] {
  return partsOf(operation, draft).filter(({ parameter }) => parameter?.in === 'path');
}

function partsOutside(operation: Operation, draft: Draft): Part[] {
  return partsOf(operation, draft).filter(({ parameter }) => parameter?.in !== 'path');
}
