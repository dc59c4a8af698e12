import { essenceOf, isJsonType } from '../base/media-type.ts';
import type { Json } from '../base/json.ts';
import type { JsonType, TextShape } from '../values/combine-shapes.ts';
import { undefinedSerialization } from './undefined-serialization.ts';
import type { WireParameter } from './write-parameter.ts';

/**
 * Whether no style says how to write anything that a parameter may be, as of a list of objects in a query
 * (OpenAPI 3.1.1, section 4.8.12.3), or nobody can read it back from its content. Who asks for it
 * asks for what nobody can send.
 */
export function isUnwritable(parameter: WireParameter, shape: TextShape): boolean {
  if (shape.only !== undefined && !parameter.content) return false;
  const known = KNOWN.get(parameter) ?? find(parameter, shape);
  KNOWN.set(parameter, known);
  return known;
}

/** A parameter has one shape, and every request asks. */
const KNOWN = new WeakMap<WireParameter, boolean>();

function find(parameter: WireParameter, shape: TextShape): boolean {
  const likely = [...shape.types]
    .filter((type) => type !== 'null')
    .map((it) => likeness(it, shape));
  if (likely.length === 0) return false;
  const { content } = parameter;
  if (content && !isReadable(content.mediaType))
    return likely.every((it) => typeof it === 'object');
  return likely.every((it) => undefinedSerialization(parameter, it) !== undefined);
}

/** What is written as plainly as a type and the types inside allow. */
function likeness(type: JsonType, shape: TextShape): Json {
  const { names, member, items } = shape;
  if (type === 'array') return [isNested(items(0)) ? { a: 'a' } : 'a'];
  if (type !== 'object') return 'a';
  const isDeep = names.length > 0 && names.every((name) => isNested(member(name)));
  return { a: isDeep ? { a: 'a' } : 'a' };
}

function isNested({ types }: TextShape): boolean {
  // Null has no text either.
  const written = [...types].filter((it) => it !== 'null');
  return written.length > 0 && written.every((it) => it === 'array' || it === 'object');
}

function isReadable(mediaType: string): boolean {
  return isJsonType(mediaType) || essenceOf(mediaType) === 'application/x-www-form-urlencoded';
}
