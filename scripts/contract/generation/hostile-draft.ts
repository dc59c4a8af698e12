import * as fc from 'fast-check';
import { isObject } from '../../base/json.ts';
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

/**
 * Requests with hostile values wherever the schemas allow them: the first of each kind, then the second,
 * and so on. Path variables have requests of their own, for a thing that nobody finds hides the rest.
 */
export function* hostileDrafts(
  api: ApiModel,
  operation: Operation,
): Generator<HostileDraft, undefined> {
  const draft = richDrafts(api, operation).at(-1);
  if (!draft) return undefined;
  const isSafe = ['get', 'head'].includes(operation.method);
  for (let round = 0; round < MOST; round += 1) {
    const texts = kindsOf(KINDS).flatMap(([kind, what]) => {
      const isElsewhere = !isSafe && LEADING_ELSEWHERE.has(kind);
      return { what, value: HOSTILE_STRINGS[kind][round], isForPath: !isElsewhere };
    });
    const number = { what: NUMBERS, value: HOSTILE_NUMBERS[round], isForPath: true };
    yield* oneByOne(api, operation, draft, number);
    for (const { what, value, isForPath } of [...texts, number]) {
      if (value === undefined) continue;
      const rest = withEach(api, draft, partsOutside(operation, draft), value);
      if (rest) yield { draft: rest, what };
      const path = isForPath && withEach(api, draft, partsInPath(operation, draft), value);
      if (path) yield { draft: path, what: `${what} in its path` };
    }
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
  full: Draft,
  { value, what }: { readonly value: bigint | undefined; readonly what: string },
): Generator<HostileDraft> {
  const [plain] = exampleDrafts(api, operation);
  if (!plain || value === undefined) return;
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
