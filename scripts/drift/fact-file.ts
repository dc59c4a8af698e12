import { arrayOf, objectOf, textOf, type Json } from '../base/json.ts';
import {
  DOCUMENT_FACT_KINDS,
  toKey,
  type DocumentFact,
  type FactSection,
} from './document-fact.ts';

/** Where the facts of a source are kept, beside its ledger. */
export function factFileOf(ledger: string, source: string): string {
  return ledger.replace(/[^/]*$/, `facts/${source}.yaml`);
}

const BETWEEN = ' ← ';

/** Writes what a source printed, section by section: `field petId`, `figure 1000 ← events`. */
export function renderFactFile(sections: readonly FactSection[], command: string): string {
  const parts = sections
    .filter(({ facts }) => facts.length > 0)
    .map(({ heading, facts }) => [
      `  - heading: ${quote(heading)}`,
      '    facts:',
      ...facts.map((fact) => `      - ${quote(renderLine(fact))}`),
    ]);
  const head = `# Written by "${command}": what the document printed when it was read. Do not edit.`;
  return `${[head, 'sections:', ...parts.flat()].join('\n')}\n`;
}

function renderLine({ kind, text, label, per, column }: DocumentFact): string {
  const period = per === undefined ? '' : ` per ${per}`;
  return `${kind} ${text}${period}${label === '' ? '' : `${BETWEEN}${label}`}${column === undefined ? '' : `${BETWEEN}${column}`}`;
}

function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** Reads what `renderFactFile` has written; what is no fact is passed over. */
export function toFactSections(value: Json): FactSection[] {
  return arrayOf(objectOf(value)['sections']).map((it) => {
    const { heading, facts } = objectOf(it);
    return { heading: textOf(heading), facts: arrayOf(facts).flatMap(toFact), text: '' };
  });
}

function toFact(value: Json): DocumentFact[] {
  const [, word, rest = ''] = /^(\w+) (.*)$/s.exec(textOf(value)) ?? [];
  const kind = DOCUMENT_FACT_KINDS.find((it) => it === word);
  if (kind === undefined) return [];
  const [printed = '', label = '', column] = rest.split(BETWEEN);
  const [, figure = printed, per] =
    kind === 'figure' ? (/^(.*) per ([a-z]+)$/.exec(printed) ?? []) : [];
  const more = { ...(per !== undefined && { per }), ...(column !== undefined && { column }) };
  return [{ kind, text: figure, label, key: toKey(kind, figure), ...more, at: 0 }];
}
