import { isJsonType } from '../../base/media-type.ts';
import { valueAt, withValueAt } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { isNumber } from '../../values/exact-numbers.ts';
import { spotsOf } from '../../values/effective-schema.ts';
import { HOSTILE_NUMBERS } from '../../values/generate/hostile-numbers.ts';
import { HOSTILE_STRINGS, type HostileKind } from '../../values/generate/hostile-strings.ts';
import { richDrafts } from './broken-draft.ts';
import { partsOf, withChange, type Part } from './change.ts';
import type { Draft } from './draft.ts';
import { withShortHead } from './with-short-head.ts';

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

/** Characters of a parameter, which stands in the head of a request: more than a few thousand many servers do not take. */
const LONGEST_PARAMETER = 3000;

const NUMBERS = 'numbers that 64 bits do not hold';

/**
 * Requests with hostile values wherever the schemas allow them: the first of each kind, then the second,
 * and so on. Path variables have requests of their own, for a thing that nobody finds hides the rest.
 */
export function* hostileDrafts(api: ApiModel, operation: Operation): Generator<HostileDraft> {
  const draft = richDrafts(api, operation).at(-1);
  if (!draft) return;
  const isSafe = ['get', 'head'].includes(operation.method);
  for (let round = 0; round < MOST; round += 1) {
    const texts = kindsOf(KINDS).flatMap(([kind, what]) => {
      const isElsewhere = !isSafe && LEADING_ELSEWHERE.has(kind);
      return { what, value: HOSTILE_STRINGS[kind][round], isForPath: !isElsewhere };
    });
    const number = { what: NUMBERS, value: HOSTILE_NUMBERS[round], isForPath: true };
    for (const { what, value, isForPath } of [...texts, number]) {
      if (value === undefined) continue;
      const rest = withEach(api, draft, partsOutside(operation, draft), value);
      if (rest) yield { draft: rest, what };
      const path = isForPath && withEach(api, draft, partsInPath(operation, draft), value);
      if (path) yield { draft: path, what: `${what} in its path` };
    }
  }
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

/** A draft with a value wherever one of its type stands and the schema allows it; undefined where that is nowhere. */
function withEach(
  api: ApiModel,
  draft: Draft,
  parts: readonly Part[],
  value: string | number | bigint,
): Draft | undefined {
  let changed = draft;
  for (const part of parts) {
    if (!isCarried(part, draft, value)) continue;
    const schema = part.schema && valueAt(api.document, part.schema);
    let whole = part.value;
    for (const spot of spotsOf(api.document, schema, part.value)) {
      if (isNumber(spot.value) !== isNumber(value)) continue;
      if (!isNumber(value) && typeof spot.value !== 'string') continue;
      const next = withValueAt(whole, spot.at, value);
      if (part.schema && api.schemas.check(part.schema, next, 'request').length > 0) continue;
      changed = withChange(changed, { part, keyword: 'hostile', at: spot.at, value });
      whole = next;
    }
  }
  return changed === draft ? undefined : withShortHead(changed);
}

/** Whether a part can be written down with a value, however hostile. */
function isCarried({ media }: Part, draft: Draft, value: string | number | bigint): boolean {
  if (media && draft.body?.file !== undefined) return false;
  if (media && isJsonType(media.mediaType)) return true;
  const text = String(value);
  // Only JSON has an escape for what is no character.
  if (media) return media.mediaType === FORM && text.isWellFormed();
  return text.length <= LONGEST_PARAMETER && text.isWellFormed();
}

const FORM = 'application/x-www-form-urlencoded';
