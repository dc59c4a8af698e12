import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { toKey, type DocumentFact } from '../../scripts/drift/document-fact.ts';
import { renderFactFile, toFactSections } from '../../scripts/drift/fact-file.ts';
import { parseYaml } from '../../scripts/load/yaml-source.ts';

const WORD = fc.constantFrom('limit', 'Batch Events', "Reader's", 'page_size', 'a: b', '#1');
const FACT = fc
  .record({
    kind: fc.constantFrom('path', 'field', 'name', 'figure', 'date', 'value'),
    text: WORD,
    label: fc.option(WORD, { nil: '' }),
    per: fc.constantFrom('minute', 'day', undefined),
    column: fc.constantFrom('Free', 'Most of all', undefined),
  })
  .map(({ kind, text, label, per, column }): DocumentFact => ({
    kind,
    text,
    label,
    key: toKey(kind, text),
    at: 0,
    ...(kind === 'figure' && per !== undefined && { per }),
    ...(label !== '' && column !== undefined && { column }),
  }));

test('reads what it has written, with columns and periods', () => {
  fc.assert(
    fc.property(fc.array(FACT, { minLength: 1, maxLength: 5 }), (facts) => {
      const written = renderFactFile([{ heading: 'Rates, Paid', facts, text: 'Prose.' }], 'kiln');
      const read = toFactSections(parseYaml(written, 'S1.yaml').value);
      expect(read).toEqual([{ heading: 'Rates, Paid', facts, text: '' }]);
    }),
  );
});
