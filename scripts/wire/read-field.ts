import type { TextShape } from '../values/combine-shapes.ts';
import { equationsIn, pairsIn } from './delimited-text.ts';
import { decodePercent } from './percent-encoding.ts';
import { readContent } from './read-content.ts';
import { plainMeaning, readForms, type Reading } from './reading.ts';
import type { WireParameter } from './write-parameter.ts';

/**
 * Reads the lines of a header field, of a request or an answer. They are one list, whatever white space
 * is around its commas and however many lines it comes in (RFC 9110, sections 5.3 and 5.6.1).
 */
export function readField(
  { explode, content }: Pick<WireParameter, 'explode' | 'content'>,
  shape: TextShape,
  lines: readonly string[],
): Reading {
  const [first] = lines;
  if (first === undefined) return 'absent';
  const text = lines.length === 1 ? trim(first) : lines.map(trim).join(', ');
  if (content) return readContent(content.mediaType, shape, text);
  const decoded = decodePercent(text);
  const isEncoded = decoded !== undefined && decoded !== text;
  if (shape.only !== undefined && !isEncoded) return plainMeaning(text, shape);
  const lists = () => {
    const items = lines.flatMap(itemsOf);
    const plain = lines.flatMap((line) => line.split(',').map(trim));
    // Empty items are no items (RFC 9110, section 5.6.1.2); those who do not know that keep them.
    return unlike([items.filter((it) => it !== ''), plain.filter((it) => it !== ''), plain]);
  };
  const isUndoing = isEncoded ? [String, (it: string) => decodePercent(it) ?? it] : [String];
  return readForms(
    {
      // Some write a field in a URL's encoding, as OpenAPI 3.1.1 could be read.
      texts: isEncoded ? [text, decoded] : [text],
      lists: () => isUndoing.flatMap((undo) => lists().map((list) => list.map(undo))),
      members: () =>
        isUndoing.flatMap((undo) =>
          lists().flatMap((list) => {
            const members = explode ? equationsIn(list, undo) : pairsIn(list, undo);
            return members ? [members] : [];
          }),
        ),
      isSeveral: text.includes(',') && 'perhaps',
    },
    shape,
  );
}

/** The items of a list, whose quoted strings may have commas in them (RFC 9110, section 5.6.4). */
function itemsOf(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(',').map(trim);
  return (line.match(/(?:"(?:[^"\\]|\\.)*"|[^,])+/gs) ?? ['']).map(trim);
}

function unlike(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const [first = []] = lists;
  const isOther = (list: readonly string[]) =>
    list.length !== first.length || list.some((it, index) => it !== first[index]);
  return [first, ...lists.filter(isOther)];
}

/** Without the white space that belongs to no value (RFC 9110, section 5.5). */
function trim(text: string): string {
  // Most have none, as they come from a parser of HTTP.
  return isSpace(text.charCodeAt(0)) || isSpace(text.charCodeAt(text.length - 1))
    ? text.replaceAll(/^[ \t]+|[ \t]+$/g, '')
    : text;
}

function isSpace(code: number): boolean {
  return code === 0x20 || code === 0x09;
}
