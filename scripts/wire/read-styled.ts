import type { Json } from '../base/json.ts';
import type { TextShape } from '../values/combine-shapes.ts';
import { readPairs } from './read-pairs.ts';
import { asQuery, isStyled } from './styled-field.ts';
import type { TextPair } from './text-pairs.ts';
import type { WireBody, WireField } from './wire-body.ts';

/** A property of a form, and what its fields may stand for together. */
export type StyledMember = readonly [name: string, values: readonly Json[]];

export interface StyledFields {
  readonly members: readonly StyledMember[];
  /** Whether a field is part of one of them. */
  readonly isTaken: (name: string) => boolean;
}

/**
 * Reads the fields of a form that are written as query parameters are (OpenAPI 3.1.1, section 4.8.15.1.2);
 * undefined where one is not written as its style says.
 */
export function readStyled(
  { fields = {} }: WireBody,
  shape: TextShape,
  pairs: readonly TextPair[],
  decode: (text: string) => string | undefined,
): StyledFields | undefined {
  const styled = Object.entries(fields).filter(([, field]) => isStyled(field));
  const isClaimed = (name: string) =>
    shape.names.includes(name) || styled.some(([own, field]) => isInside(own, field, name));
  const members: StyledMember[] = [];
  for (const [name, field] of styled) {
    const reading = readPairs(asQuery(name, field), shape.member(name), {
      pairs,
      decode,
      isClaimed: (it) => it !== name && isClaimed(it),
    });
    if (reading === 'absent') continue;
    if (typeof reading === 'string') return undefined;
    members.push([name, [reading.value, ...reading.others]]);
  }
  const isTaken = (name: string) =>
    styled.some(
      ([own, field]) =>
        name === own ||
        isInside(own, field, name) ||
        (!isClaimed(name) && isSpread(shape.member(own), field, name)),
    );
  return { members, isTaken };
}

function isInside(own: string, { style }: WireField, name: string): boolean {
  return style === 'deepObject' && name.startsWith(`${own}[`);
}

/** Whether a field is a member of an object whose members stand among the others. */
function isSpread(shape: TextShape, { style = 'form', explode }: WireField, name: string): boolean {
  if (style !== 'form' || explode === false) return false;
  if (!shape.types.has('object') || shape.order[0] === 'string') return false;
  const isOpen = shape.names.length === 0 && !shape.isClosed;
  return isOpen || shape.names.includes(name) || shape.takes(name);
}
