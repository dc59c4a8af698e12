import * as fc from 'fast-check';
import type { Cell } from './cell.ts';
import { CELLS } from './cells.ts';
import type { Described } from './described.ts';
import { undefinedBody } from '../../scripts/wire/undefined-body.ts';
import { undefinedSerialization } from '../../scripts/wire/undefined-serialization.ts';
import { describeBody } from '../../scripts/wire/describe-body.ts';

/** Texts for each place: enough to meet what nobody thought of, few enough to be sent to everybody. */
const TEXTS = 12;

const DELIMITERS = Array.from('%&=+;,|?#[]{}"\'\\ .~:@!$()*^`<>é😀-20aF');
const anyText = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  fc.string({ unit: fc.constantFrom(...DELIMITERS), minLength: 1, maxLength: 10 }),
);

/** A slash or a control character in a path, and line ends in a form, are changed or refused on their way. */
const text = anyText.map((it) => it.replaceAll(/[\p{Cc}/]/gu, '-'));

/** The cells of hard texts, with others in their place: the same in each run. */
export const RANDOM_CELLS: readonly Cell[] = CELLS.filter(({ kind }) => kind === 'text').flatMap(
  (cell) => fc.sample(text, { numRuns: TEXTS, seed: 18 }).map((value) => ({ ...cell, value })),
);

/** Reasons that are not about writing: which cookie counts, and what an image is made of. */
const HARMLESS: readonly unknown[] = [undefined, 'repeated-cookie', 'foreign-format'];

/** Whether the specification says how a cell is written. */
export function isDefined({ cell: { value }, document, parameter, media }: Described): boolean {
  const reason = media
    ? undefinedBody(describeBody(document, media), { p: value })
    : parameter && undefinedSerialization(parameter, value);
  return HARMLESS.includes(reason);
}
