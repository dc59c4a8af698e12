import type { Try } from './number-rules.ts';
import { anew } from './renewed.ts';
import type { UnstatedRule } from './unstated-rule.ts';
import { wordOf } from './words.ts';

/** A form of text, what JSON Schema calls it, and texts that have it: another one for each number. */
export interface TextForm {
  readonly name: string;
  readonly state: string;
  readonly make: (time: number) => string;
}

const two = (number: number) => String(number).padStart(2, '0');
const dayOf = (time: number) =>
  `20${two(10 + (time % 14))}-${two(1 + (time % 12))}-${two(1 + (time % 28))}`;
const uuidOf = (time: number) =>
  `${(0x1_0000_0000 + Math.imul(time, 2_654_435_761)).toString(16).slice(-8)}-1f3a-4b5c-8d7e-${String(
    100_000_000_000 + time * 7919,
  )}`;

/** The forms of text that are known. */
export const FORMS: readonly TextForm[] = [
  { name: 'UUIDs', state: 'format: uuid', make: uuidOf },
  { name: 'dates with a time', state: 'format: date-time', make: (it) => `${dayOf(it)}T10:20:30Z` },
  { name: 'dates', state: 'format: date', make: dayOf },
  { name: 'whole numbers', state: 'type: integer', make: (it) => String(10 + it) },
  { name: 'numbers', state: 'type: number', make: (it) => `${1 + it}.5` },
  { name: 'URLs', state: 'format: uri', make: (it) => `https://example.com/${wordOf(it, 6)}` },
  { name: 'addresses', state: 'format: email', make: (it) => `${wordOf(it, 6)}@example.com` },
  { name: 'IPv4 addresses', state: 'format: ipv4', make: (it) => `192.0.2.${1 + (it % 200)}` },
  { name: 'durations', state: 'format: duration', make: (it) => `PT${1 + it}M` },
  {
    name: 'JSON',
    state: 'contentMediaType: application/json',
    make: (it) => `{"${wordOf(it, 4)}": ${it}}`,
  },
  { name: 'figures with a unit of time', state: 'a pattern', make: (it) => `${1 + it}m` },
];

/** Texts of which one may be of a form, where words are refused. */
export const FORM_PROBES: readonly string[] = FORMS.map(({ make }) => make(5));

/** Words, and texts that are of no form that has a name. */
export const PLAIN: readonly string[] = [
  wordOf(11, 7),
  wordOf(12, 12),
  `${wordOf(13, 4)} ${wordOf(14, 5)}`,
  wordOf(15, 4),
];

/** Finds the form that a text must have where words are refused, whatever they are. */
export async function formRules(start: string, tries: Try): Promise<UnstatedRule[]> {
  for (const it of PLAIN) if ((await tries(it)) !== false) return [];
  const kept: TextForm[] = [];
  for (const form of FORMS) {
    // What must be there already is never found by chance, three times.
    if (
      (await tries(form.make(21))) &&
      (await tries(form.make(22))) &&
      (await tries(form.make(23)))
    )
      kept.push(form);
  }
  if (kept.length === 0) {
    const like = { name: '', state: 'a pattern', make: (it: number) => anew(start, it) };
    const texts = new Set([31, 32, 33].map(like.make));
    // What is anything but letters and digits is kept, and so is a date: then nothing is another.
    if (texts.size < 3 || texts.has(start)) return [];
    for (const it of texts) if (!(await tries(it))) return [];
    kept.push({ ...like, name: `texts such as ${JSON.stringify(start)}` });
  }
  return [onlyOf(kept, start)];
}

/** That of a text only some forms are taken, at least one. */
export function onlyOf(kept: readonly TextForm[], start: string): UnstatedRule {
  const shown = kept.filter(({ name }) => !isPartOf(name, kept));
  const names = shown.map(({ name }) => name).join(' or ');
  return {
    keyword: 'format',
    what: `every text but ${names}`,
    state: [...new Set(shown.map(({ state }) => state))].join(' or '),
    refused: PLAIN,
    taken: (time) => kept[time % kept.length]?.make(40 + time) ?? start,
  };
}

/** Who takes numbers takes whole ones as well, who takes JSON takes both, and who takes a time mostly a date. */
function isPartOf(name: string, kept: readonly TextForm[]): boolean {
  const wider =
    { 'whole numbers': ['numbers', 'JSON'], numbers: ['JSON'], dates: ['dates with a time'] }[
      name
    ] ?? [];
  return kept.some((it) => wider.includes(it.name));
}
