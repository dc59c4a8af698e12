import type { NamedText, TextForms } from './reading.ts';
import type { WireParameter } from './write-parameter.ts';

type Decode = (text: string) => string | undefined;

/** The marks between the texts of a list, by what is written; and all that readers take for them. */
const MARKS = {
  comma: [/,/, /,|%2C/i],
  dot: [/\./, /\.|%2E/i],
  // All spellings of a space in a query are the same to whoever decodes it.
  space: [/%20|\+| /],
  pipe: [/%7C|\|/i],
} as const;
export type Mark = keyof typeof MARKS;

export function markOf({ style, explode }: Pick<WireParameter, 'style' | 'explode'>): Mark {
  if (style === 'spaceDelimited') return 'space';
  if (style === 'pipeDelimited') return 'pipe';
  return style === 'label' && explode ? 'dot' : 'comma';
}

/** The ways to take a text apart that has a list or an object between marks, split before it is decoded. */
export function delimitedForms(
  raw: string,
  mark: Mark,
  { hasEquations, decode }: { readonly hasEquations: boolean; readonly decode: Decode },
): TextForms {
  const splits = splitsOf(raw, mark);
  const text = decode(raw);
  return {
    texts: text === undefined ? [] : [text],
    lists: () => splits.flatMap((pieces) => asOne(pieces.map(decode))),
    members: () =>
      splits.flatMap((pieces) => {
        const members = hasEquations ? equationsIn(pieces, decode) : pairsIn(pieces, decode);
        return members ? [members] : [];
      }),
    isSeveral: (splits[0]?.length ?? 0) > 1 && 'perhaps',
  };
}

function splitsOf(raw: string, mark: Mark): readonly (readonly string[])[] {
  // One empty text, or none.
  if (raw === '') return [[''], []];
  const splits: (readonly string[])[] = [];
  for (const pattern of MARKS[mark]) {
    const pieces = raw.split(pattern);
    if (pieces.length !== splits[0]?.length) splits.push(pieces);
  }
  return splits;
}

function asOne(texts: readonly (string | undefined)[]): readonly (readonly string[])[] {
  return texts.every((it) => it !== undefined) ? [texts] : [];
}

/** `R=100,G=200`; undefined where a piece has no name. */
export function equationsIn(
  pieces: readonly string[],
  decode: Decode,
): readonly NamedText[] | undefined {
  const members: NamedText[] = [];
  for (const piece of pieces) {
    const at = piece.indexOf('=');
    const [name, text] = [decode(piece.slice(0, Math.max(at, 0))), decode(piece.slice(at + 1))];
    if (at < 0 || name === undefined || text === undefined) return undefined;
    members.push([name, text]);
  }
  return members;
}

/** `R,100,G,200`; undefined where a name has no text. */
export function pairsIn(
  pieces: readonly string[],
  decode: Decode,
): readonly NamedText[] | undefined {
  if (pieces.length % 2 !== 0) return undefined;
  const members: NamedText[] = [];
  for (let at = 0; at < pieces.length; at += 2) {
    const [name, text] = [decode(pieces[at] ?? ''), decode(pieces[at + 1] ?? '')];
    if (name === undefined || text === undefined) return undefined;
    members.push([name, text]);
  }
  return members;
}
