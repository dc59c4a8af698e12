import { linesOf, type WireResponse } from '../../wire/exchange.ts';

const LINK = /<([^>]*)>((?:\s*;\s*[^\s=;,"<>]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s";,<>]+))?)*)/g;
const PARAMETER = /;\s*([^\s=;,"<>]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s";,<>]+)))?/g;

/** The reference with the relation `next` in an answer's `Link` (RFC 8288, section 3); undefined where it has none. */
export function nextLink(response: WireResponse): string | undefined {
  for (const line of linesOf(response, 'link')) {
    for (const [, reference, parameters = ''] of line.matchAll(LINK)) {
      const given = [...parameters.matchAll(PARAMETER)].map(
        ([, name = '', quoted, token]) => [name.toLowerCase(), quoted ?? token ?? ''] as const,
      );
      // Only the first relation counts, and one of something else is not about this list.
      const relation = given.find(([name]) => name === 'rel')?.[1];
      const isHere = !given.some(([name]) => name === 'anchor');
      if (isHere && relation?.toLowerCase().split(/\s+/).includes('next')) return reference;
    }
  }
  return undefined;
}
