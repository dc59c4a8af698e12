import type { JsonObject } from '../../base/json.ts';
import type { Conjunct } from './conjunct.ts';
import type { ValueType } from './types.ts';

/** A schema with keywords that apply as they are, all choices made. */
export interface SchemaPart extends Conjunct {
  readonly node: JsonObject;
  /** Schemas around it that speak of what is unevaluated, by their keys. */
  readonly holders: readonly string[];
}

/** One way through all the choices of schemas that apply together. */
export interface Alternative {
  readonly parts: readonly SchemaPart[];
  /** What must not hold, besides. */
  readonly denied: readonly Conjunct[];
  readonly types: readonly ValueType[];
}
