import type { ApiModel, Breach } from '../../model/api-model.ts';
import type { Json, JsonObject } from '../../base/json.ts';
import { parentOf, type Pointer } from '../../base/json-pointer.ts';
import { secondOpinion, type Failure } from './second-validator.ts';

/** What a complaint takes for granted of a value on the wire. */
export interface SchemaVerdict {
  /** The value as reports name it: `body`, `query parameter limit`, `header X-Trace`. */
  readonly part: string;
  readonly schema: Pointer;
  readonly value: Json;
  /** The constraint that it breaks; undefined where it is taken for valid. */
  readonly breach: Breach | undefined;
  /** Breaches that count for nothing, such as a read-only property that a request leaves out. */
  readonly excused?: readonly Breach[];
}

/** What two validators disagree on. */
export interface Disagreement {
  readonly clause: Pointer;
  readonly message: string;
}

/**
 * Where the second validator does not bear out what a complaint rests on; undefined where it does.
 * A breach is borne out by a failure of the same constraint, or of what stands below it, at the same
 * place of the value; validity by no failure at all. Whoever cannot tell bears out nothing.
 */
export async function disagreementOn(
  { document }: ApiModel,
  verdicts: readonly SchemaVerdict[],
): Promise<Disagreement | undefined> {
  for (const { part, schema, value, breach, excused = [] } of verdicts) {
    const opinion = await secondOpinion(document, schema, value);
    const clause = breach?.constraint ?? schema;
    if ('reason' in opinion) {
      return { clause, message: `${part}: only one validator can judge it: ${opinion.reason}` };
    }
    const failure = opinion.find((it) => !excused.some((excuse) => bearsOut(it, excuse)));
    // A server may know a format that nobody here does: what keeps it cannot be told.
    const doubt = breach || failure ? undefined : await doubtOn(document, schema, value, excused);
    if (doubt) {
      const message = `${part}${doubt.instance}: its format is not known here, so it may be invalid`;
      return { clause: doubt.constraint, message };
    }
    if (!breach && failure) {
      const place = `${part}${failure.instance}`;
      const message = `${place}: one validator finds it valid, the other says that it breaks ${keywordOf(failure.constraint)}`;
      return { clause: failure.constraint, message };
    }
    // Only OpenAPI forbids an answer what is writeOnly: to JSON Schema that is a note.
    if (breach?.keyword === 'writeOnly') continue;
    if (breach && !opinion.some((it) => bearsOut(it, breach))) {
      const message = `${part}${breach.instance}: one validator says that it breaks ${breach.keyword}, the other does not`;
      return { clause, message };
    }
  }
  return undefined;
}

/** What breaks once no text keeps a format that is unknown; undefined where the value is valid even so. */
async function doubtOn(
  document: JsonObject,
  schema: Pointer,
  value: Json,
  excused: readonly Breach[],
): Promise<Failure | undefined> {
  const opinion = await secondOpinion(document, schema, value, 'fail');
  if ('reason' in opinion) return undefined;
  const failures = opinion.filter((it) => !excused.some((excuse) => bearsOut(it, excuse)));
  return failures.find(({ constraint }) => keywordOf(constraint) === 'format') ?? failures[0];
}

function bearsOut(failure: Failure, { constraint, instance, keyword }: Breach): boolean {
  return (
    isWithin(failure.constraint, scopeOf(keyword, constraint)) &&
    // Some keywords name the property that breaks them, others the object that has it.
    (isWithin(failure.instance, instance) || isWithin(instance, failure.instance))
  );
}

/** Where the second validator names the keyword: what `if` demands stands in `then` and `else`. */
function scopeOf(keyword: string, constraint: Pointer): Pointer {
  // A schema that is `false` is no object, so that its place is not known to the first.
  if (keyword === 'false schema') return '#';
  return keyword === 'if' ? parentOf(constraint) : constraint;
}

function isWithin(place: string, outer: string): boolean {
  return place === outer || place.startsWith(`${outer}/`);
}

function keywordOf(constraint: Pointer): string {
  return constraint.slice(constraint.lastIndexOf('/') + 1);
}
