import type { Json } from '../../base/json.ts';
import type { Conjunct } from './conjunct.ts';
import type { Draw } from './draw.ts';
import type { Forge } from './forge.ts';

/** How a value is being made. */
export interface Making {
  readonly forge: Forge;
  readonly draw: Draw;
  /** Levels that are left before only what must be is made. */
  readonly left: number;
  readonly style: Style;
  readonly purse: Purse;
  /** Names of the schemas around, which a sample does not go into twice. */
  readonly path: readonly string[];
}

/** `varied` is for tests: ends, odd letters, anything left out. A `sample` is for readers: everything there, and plain. */
export type Style = 'varied' | 'sample';

/** What a whole value may still cost. */
interface Purse {
  steps: number;
  values: number;
}

/** Makes a value of schemas below the one that asks; undefined where none was found. */
export type MakeBelow = (making: Making, conjuncts: readonly Conjunct[]) => Json | undefined;

export function oneLower(making: Making): Making {
  return { ...making, left: making.left - 1 };
}

export function withDraw(making: Making, draw: Draw): Making {
  return { ...making, draw };
}

/** Whether only what must be is made from here on. */
export function isLeast({ left, purse }: Making): boolean {
  return left <= 0 || purse.values <= 0;
}
