/** Draws a number from 0 up to, and without, 1. */
export type Draw = () => number;

/** The same sequence for the same seed (mulberry32). */
export function toDraw(seed: number): Draw {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d_2b_79_f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A change of words that leaves every fact as it is; it is given the whole text of a document. */
export type Rewording = (text: string, draw: Draw) => string;

/** Lines that are sentences, and no heading, code, row or list of words. */
function isSentence(line: string): boolean {
  return (
    /^\s*(?:[-•*]\s+)?[A-Z`].*[a-z]{2,}.*[.:]$/.test(line.trim()) &&
    !/^\s*(?:[#|{}[\]"'<]|\w+:\s)|[{}"=;]|\/\/|^\s*(?:GET|POST|PUT|PATCH|DELETE)\b/.test(line)
  );
}

function inSentences(change: (line: string, draw: Draw) => string): Rewording {
  let isCode = false;
  return (text, draw) =>
    text
      .split('\n')
      .map((line) => {
        if (/^\s*```/.test(line)) isCode = !isCode;
        return !isCode && isSentence(line) ? change(line, draw) : line;
      })
      .join('\n');
}

/** Other words for the same, in sentences alone. */
function words(...pairs: readonly (readonly [RegExp, string])[]): Rewording {
  return inSentences((line) => pairs.reduce((told, [from, to]) => told.replaceAll(from, to), line));
}

/** At least thirty ways to say the same. */
export const REWORDINGS: Readonly<Record<string, Rewording>> = {
  'must becomes has to': words([/\bmust be\b/g, 'has to be'], [/\bmust\b/g, 'has to']),
  'can becomes may': words([/\bcan\b/g, 'may']),
  'cannot becomes is unable to': words(
    [/\bcannot be\b/g, 'is unable to be'],
    [/\bcannot\b/g, 'is unable to'],
  ),
  'do not becomes don’t': words([/\bdo not\b/g, "don't"], [/\bdoes not\b/g, "doesn't"]),
  'returns becomes gives back': words(
    [/\breturns\b/g, 'gives back'],
    [/\breturned\b/g, 'given back'],
  ),
  'returns becomes is answered': words([/\breturns a\b/g, 'answers with a']),
  'use becomes employ': words([/\buse\b/g, 'employ'], [/\bused\b/g, 'employed']),
  'provide becomes supply': words([/\bprovide\b/g, 'supply'], [/\bprovided\b/g, 'supplied']),
  'create becomes make': words([/\bcreated\b/g, 'made'], [/\bcreates\b/g, 'makes']),
  'maximum of becomes upper bound of': words(
    [/\bmaximum of\b/g, 'upper bound of'],
    [/\bat most\b/g, 'no more than'],
  ),
  'up to becomes as many as': words(
    [/\bup to\b/g, 'as many as'],
    [/\bMaximum (?=\d)/g, 'No more than '],
  ),
  'per becomes for each': words([/ per ([a-z]+)/g, ' for each $1']),
  'all becomes every': words(
    [/\ball the\b/g, 'each of the'],
    [/\bAll ([a-z]+s)\b/g, 'The $1, all of them,'],
  ),
  'if becomes where': words([/\bif\b/g, 'where'], [/\bIf\b/g, 'Where']),
  'when becomes as soon as': words([/\bwhen\b/g, 'as soon as'], [/\bWhen\b/g, 'As soon as']),
  'your becomes the': words([/\byour\b/g, 'the'], [/\bYour\b/g, 'The']),
  'an adverb at the start': inSentences((line) =>
    line.replace(/^(\s*(?:[-•*]\s+)?)(The|This|A|An|We|You)\b/, '$1Note: $2'),
  ),
  'an adverb before a verb': words(
    [/\bis (?=[a-z]+ed\b)/g, 'is always '],
    [/\bare (?=[a-z]+ed\b)/g, 'are generally '],
  ),
  'the passive voice': words(
    [/\bYou can ([a-z]+) ([a-z ]+?)([.,])/g, 'It is possible to $1 $2$3'],
    [/\bwe recommend\b/g, 'it is recommended'],
  ),
  'the active voice': words([/\bis required\b/g, 'we require'], [/\bis used to\b/g, 'lets you']),
  'sentences in another order': inSentences((line) => {
    const [, start = '', told = ''] = /^(\s*(?:[-•*]\s+)?)(.*)$/.exec(line) ?? [];
    const sentences = told.split(/(?<=[a-z)]\.) (?=[A-Z])/);
    return sentences.length < 2 ? line : `${start}${sentences.toReversed().join(' ')}`;
  }),
  'a sentence more': inSentences((line, draw) =>
    draw() < 0.5 && line.endsWith('.') ? `${line} This is worth knowing.` : line,
  ),
  'a sentence split in two': words([/, and (?=the |it |they )/g, '. Also, ']),
  'lines folded': inSentences((line) => line.replaceAll(/(.{40,70}?) (?=[a-z]+ [a-z])/g, '$1\n')),
  'spaces doubled': inSentences((line) => line.replaceAll(/(?<=[a-z]) (?=[a-z])/g, '  ')),
  'spaces at the ends': (text) => text.replaceAll(/$/gm, '  '),
  'empty lines doubled': (text) => text.replaceAll(/\n\n/g, '\n\n\n'),
  'headings in capitals': (text) =>
    text.replaceAll(
      /^(#+ )(.*)$/gm,
      (_, sign: string, told: string) => `${sign}${told.toUpperCase()}`,
    ),
  'headings in small letters': (text) =>
    text.replaceAll(
      /^(#+ )(.*)$/gm,
      (_, sign: string, told: string) => `${sign}${told.toLowerCase()}`,
    ),
  'bullets of another kind': (text) => text.replaceAll(/^(\s*)[-•] /gm, '$1* '),
  'numbers with another separator': (text) =>
    text.replaceAll(/(?<![\d.,])(\d{1,3}),(\d{3})(?![\d,])/g, '$1$2'),
  'units apart': (text) => text.replaceAll(/\b(\d+)(KB|MB)\b/g, '$1 $2'),
  'rates in words': (text) => text.replaceAll(/\b(\d+)\/min\b/g, '$1 per minute'),
  'dates the other way round': (text) =>
    text.replaceAll(/\b([A-Z][a-z]{2,8}) (\d{1,2}), (\d{4})\b/g, '$2 $1 $3'),
  'lists with another sign': (text) => text.replaceAll(/^(- `\w+`):/gm, '$1 –'),
  'a dash of another length': (text) => text.replaceAll(' -- ', ' — '),
  'small numbers in words': inSentences((line) =>
    line.replaceAll(/\b30 (?=[a-z])/g, 'thirty ').replaceAll(/\b5 (?=times)/g, 'five '),
  ),
  'the table as a list': (text) =>
    text
      .replaceAll(/^\| (?:[A-Z]\w* \| )+.*\n\|[ |:-]+\n/gm, '')
      .replaceAll(
        /^\| ([^|\n]+) \| (.*?) \|$/gm,
        (_, first: string, rest: string) => `- ${first}: ${rest.split(' | ').join(', ')}`,
      ),
  'the last section first': (text) => {
    const parts = text.split(/^(?=## )/m);
    return parts.length < 3 ? text : [parts[0], parts.at(-1), '\n', ...parts.slice(1, -1)].join('');
  },
};
