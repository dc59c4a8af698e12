import type { TextShape } from '../values/combine-shapes.ts';
import { delimitedForms, markOf } from './delimited-text.ts';
import { readContent } from './read-content.ts';
import { readDeepObject } from './read-deep-object.ts';
import { plainList, plainMeaning, readForms, type NamedText, type Reading } from './reading.ts';
import { pairsNamed, unclaimedPairs, type TextPair } from './text-pairs.ts';
import type { WireParameter } from './write-parameter.ts';

/** The pairs of a query, a form or a cookie, and whose they are. */
export interface PairSource {
  readonly pairs: readonly TextPair[];
  /** How a piece of a raw text is decoded. */
  readonly decode: (text: string) => string | undefined;
  /** Whether a name belongs to another parameter; to nobody's but this one where it is left out. */
  readonly isClaimed?: (name: string) => boolean;
  /** Whether all pairs are this one's, whatever they are called. */
  readonly isWhole?: boolean;
}

type Described = Omit<WireParameter, 'in' | 'allowReserved'>;

/** Reads a parameter or a form's field of the styles form, spaceDelimited, pipeDelimited and deepObject. */
export function readPairs(parameter: Described, shape: TextShape, source: PairSource): Reading {
  const { name, style, explode, content, allowEmptyValue } = parameter;
  const { pairs, decode } = source;
  const isOwn = ({ raw }: TextPair) => !(allowEmptyValue === true && raw === '');
  if (content || shape.only !== undefined) {
    const pair = pairsNamed(pairs, name).findLast(isOwn);
    if (!pair) return 'absent';
    if (pair.text === undefined) return 'undecodable';
    if (content) return readContent(content.mediaType, shape, pair.text);
    return plainMeaning(pair.text, shape);
  }
  if (style === 'deepObject') {
    const reading = readDeepObject(name, shape, pairs);
    if (reading !== 'absent') return reading;
  }
  const own = pairsNamed(pairs, name).filter(isOwn);
  if (style === 'deepObject') return readExploded(own, [], shape);
  if (style === 'form' && explode) {
    const members = shape.types.has('object') ? membersIn(shape, source) : [];
    return readExploded(own, members, shape);
  }
  if (own.length === 0) return 'absent';
  const mark = markOf(parameter);
  const raw = own.map((pair) => pair.raw).join(JOINTS[mark]);
  return readForms(delimitedForms(raw, mark, { hasEquations: false, decode }), shape);
}

const isNobodys = (): boolean => false;

/** A list that comes in several pairs is one. */
const JOINTS = { comma: ',', dot: '.', space: '%20', pipe: '%7C' } as const;

function readExploded(
  own: readonly TextPair[],
  members: readonly (readonly NamedText[])[],
  shape: TextShape,
): Reading {
  if (own.length === 0 && members.length === 0) return 'absent';
  const texts = own.flatMap(({ text }) => text ?? []);
  if (texts.length < own.length) return 'undecodable';
  if (members.some((choice) => choice.length === 0)) return 'undecodable';
  const plain = plainList(texts, shape);
  if (plain) return plain;
  return readForms(
    {
      texts: texts.slice(-1),
      lists: () => (texts.length > 0 ? [texts] : []),
      members: () => members,
      isSeveral: texts.length !== 1,
    },
    shape,
  );
}

/**
 * The members of an exploded object, which stand among all others under their own names: those that its
 * schema names or expressly allows, and of a free-form one all that belong to nobody else. A choice
 * without members cannot be decoded.
 */
function membersIn(
  { names, takes, isClosed }: TextShape,
  { pairs, isClaimed = isNobodys, isWhole = false }: PairSource,
): readonly (readonly NamedText[])[] {
  const named = new Set(names);
  const isOpen = isWhole || (names.length === 0 && !isClosed);
  const unclaimed = unclaimedPairs(pairs, isClaimed).filter(
    ({ name = '' }) => named.has(name) || isOpen || takes(name),
  );
  if (unclaimed.length === 0) return [];
  const own = new Set(unclaimed);
  // Of others' names its schema may name some as well.
  const isOthers = names.some((name) => isClaimed(name) && pairsNamed(pairs, name).length > 0);
  const found = isOthers
    ? pairs.filter((pair) => own.has(pair) || (pair.name !== undefined && named.has(pair.name)))
    : unclaimed;
  const choices = isOthers ? [unclaimed, found] : [unclaimed];
  return choices.map((choice) => {
    const members = choice.flatMap(({ name, text }): NamedText[] =>
      name === undefined || text === undefined ? [] : [[name, text]],
    );
    return members.length < choice.length ? [] : members;
  });
}
