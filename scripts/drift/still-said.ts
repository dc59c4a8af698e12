import type { FactSection, PlacedFact } from './document-fact.ts';

/**
 * What is still said once need not be said twice: a name in the entry of the same field, or among
 * the sentences of a section without any; a value of what still has it.
 */
export function isRepeated(
  fact: PlacedFact,
  old: readonly PlacedFact[],
  matches: ReadonlyMap<PlacedFact, PlacedFact>,
): boolean {
  if (fact.kind === 'field') return false;
  return old.some(
    (it) =>
      it.section === fact.section &&
      it.key === fact.key &&
      it.entry === fact.entry &&
      matches.has(it) &&
      (it.kind === 'name' || it.kind === 'field' || (fact.label !== '' && it.label === fact.label)),
  );
}

/**
 * Whether the section says it in words: `thirty`, or a value that no longer looks like one beside what
 * has it. Where the same is printed elsewhere it has to be said once more than that.
 */
export function isSpelled(
  { kind, key, text, label, section }: PlacedFact,
  is: readonly FactSection[],
  sections: ReadonlyMap<number, number>,
): boolean {
  const now = is[sections.get(section) ?? -1];
  if (!now) return false;
  if (kind === 'figure') {
    const word = NUMBERS[key];
    if (word === undefined || text !== key) return false;
    return new RegExp(String.raw`\b(?:${word})\b`, 'i').test(now.text);
  }
  if ((kind !== 'value' && kind !== 'name') || text.length < 3) return false;
  const lines = now.text.split('\n').filter((line) => label === '' || line.includes(label));
  const said = lines.reduce((sum, line) => sum + timesSaid(line, text), 0);
  const printed = now.facts.filter((it) => it.key === key && (label === '' || it.label === label));
  return said > printed.length;
}

function timesSaid(line: string, word: string): number {
  let times = 0;
  for (let at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + word.length)) {
    if (!/\w/.test(`${line[at - 1] ?? ''}${line[at + word.length] ?? ''}`)) times += 1;
  }
  return times;
}

const NUMBERS: Readonly<Record<string, string>> = {
  1: 'one',
  2: 'two|twice',
  3: 'three',
  4: 'four',
  5: 'five',
  6: 'six',
  7: 'seven',
  8: 'eight',
  9: 'nine',
  10: 'ten',
  12: 'twelve|dozen',
  15: 'fifteen',
  20: 'twenty',
  30: 'thirty',
  40: 'forty',
  50: 'fifty',
  60: 'sixty',
  100: 'hundred',
  500: 'five hundred',
  1000: 'thousand',
  86400: 'day',
};
