import type { Json } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { drawBySeed, LEAST_DRAW } from './draw.ts';
import { explain } from './explain.ts';
import { isRefuted } from './least.ts';
import { toMaker, type ValueOptions } from './maker.ts';

/** A value, or why there is none: proved, or only not found. */
export type Sample =
  | { readonly value: Json }
  | { readonly unsatisfiable: string; readonly pointer: Pointer }
  | { readonly notFound: string };

export interface SampleOptions extends ValueOptions {
  /** Another seed, another value; without one it is the plainest that shows all there is to a schema. */
  readonly seed?: string | undefined;
  /** A judge of the whole value besides the generator's own: what it refuses is not given. */
  readonly accepts?: ((value: Json) => boolean) | undefined;
}

const ATTEMPTS = 12;

/** One value of a schema, small and the same each time. */
export function sampleValue(
  document: Json,
  schema: Json | undefined,
  options: SampleOptions = {},
): Sample {
  const { seed, accepts = () => true } = options;
  const maker = toMaker(document, schema, options);
  const first = seed === undefined ? LEAST_DRAW : drawBySeed(seed);
  const style = seed === undefined ? 'sample' : 'varied';
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const draw = attempt === 0 ? first : drawBySeed(`${seed ?? ''} ${attempt}`);
    const value = maker.make(draw, attempt % 3 === 2 ? 'varied' : style);
    if (value !== undefined && accepts(value)) return { value };
    if (attempt === 0 && isRefuted(maker.forge, maker.wanted)) {
      return explain(maker.forge, maker.wanted, schema);
    }
  }
  const least = maker.least();
  if (least !== undefined && accepts(least)) return { value: least };
  return { notFound: 'no value was found that meets all that the schema asks for together' };
}
