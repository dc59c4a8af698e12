import { isCollection, visit, type Document } from 'yaml';
import type { SourceLocation } from '../base/source-location.ts';
import type { Looseness } from './syntax-flaws.ts';

/**
 * The first thing in a YAML text that has no counterpart in JSON, so that other programs refuse or misread it: a tag of
 * its own, such as `!!timestamp`, or a key that is a list or a map (OpenAPI 3.1.1, section 4.2).
 */
export function beyondJson(
  document: Document,
  text: string,
  positionOf: (offset: number) => SourceLocation,
): Looseness | undefined {
  const tag = document.warnings.find(({ code }) => code === 'TAG_RESOLVE_FAILED');
  if (tag) {
    const why =
      'JSON has no such type, so that other programs refuse the file; its value is read without it';
    return { what: 'tag', name: text.slice(...tag.pos), why, at: positionOf(tag.pos[0]) };
  }
  let found: Looseness | undefined;
  visit(document, {
    Pair(_, { key }) {
      if (!isCollection(key)) return undefined;
      const [from = 0, to = from] = key.range ?? [];
      const why = 'keys of JSON are texts, so that other programs refuse the file';
      found = { what: 'key', name: text.slice(from, to), why, at: positionOf(from) };
      return visit.BREAK;
    },
  });
  return found;
}
