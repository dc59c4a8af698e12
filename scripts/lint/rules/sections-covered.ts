import { toCoverage } from '../../model/evidence-coverage.ts';
import { append } from '../../base/json-pointer.ts';
import type { Rule } from '../rule.ts';

/** A fact that nobody noted is missed only by a reader who goes through the document again. */
export const sectionsCovered: Rule = {
  id: 'sections-covered',
  severity: 'error',
  description:
    'Each section of a source has a claim or the reason why not, the description has what it prints, and each claim of the source stands in a section.',
  *check(api) {
    const { ledger } = api;
    if (!ledger) return;
    const { sections } = toCoverage(api, ledger);
    for (const { source, section, claims, prints } of sections) {
      const { heading, omitted, line } = section;
      const at = append('#/sources', source);
      const location = { file: ledger.file, line, column: 1 };
      if (claims.length === 0 && omitted === undefined) {
        yield { at, location, message: `No claim stands in "${heading}", and it is not omitted` };
      }
      if (claims.length > 0 && omitted !== undefined) {
        yield { at, location, message: `"${heading}" is omitted, but has claims` };
      }
      for (const { fact, foundAt } of prints) {
        if (foundAt !== undefined) continue;
        const of = fact.owner === undefined ? '' : ` of ${fact.owner}`;
        const message = `"${heading}" prints ${fact.text}${of}, which the description lacks under ${fact.kind}`;
        yield { at, location, message };
      }
    }
    const sectioned = new Set(sections.map(({ source }) => source));
    const placed = new Set(sections.flatMap(({ claims }) => claims.map(({ id }) => id)));
    for (const [index, { id, sources, at, file, line }] of [...ledger.claims.values()].entries()) {
      if (placed.has(id) || !sources.some((source) => sectioned.has(source))) continue;
      const location = { file: file ?? ledger.file, line, column: 1 };
      const message = `Claim ${id} stands at "${at ?? ''}", which begins with no section of its source`;
      yield { at: append('#/claims', index), location, message };
    }
  },
};
