import { renderFact, type FactSection } from '../../scripts/drift/document-fact.ts';
import type { Target } from './mutations.ts';
import type { Draw } from './rewordings.ts';

/** What is to be said of a document after a change. */
export interface Expected {
  readonly kind: string;
  /** As the drift shows the fact; of what is new, a word of it. */
  readonly was: string;
  readonly to: string;
  /** The claims that rest on it; none of what is new. */
  readonly claims: readonly string[];
}

/** One change of a document that is more than another word in the place of one. */
export interface Edit {
  readonly text: string;
  readonly expected: readonly Expected[];
  /** Whether something else may be told with it: the rest of a line that is gone. */
  readonly mayTell: (was: string) => boolean;
}

/** Makes an edit of its kind; nothing where the document has no place for it. */
type Editing = (text: string, targets: readonly Target[], draw: Draw) => Edit | undefined;

/** Which kinds there are. */
export function editings(sections: readonly FactSection[]): readonly Editing[] {
  return [
    (text, targets, draw) => swapped(text, targets, draw, sections),
    inOtherUnit,
    inOtherPeriod,
    withoutLine,
    withSentence,
  ];
}

const NOTHING_ELSE = () => false;

/** Two values of a section change places. */
function swapped(
  text: string,
  targets: readonly Target[],
  draw: Draw,
  sections: readonly FactSection[],
): Edit | undefined {
  const pairs = sections.flatMap(({ facts }) => {
    const here = targets.filter(({ fact }) => facts.includes(fact) && isValue(fact.kind));
    return here.flatMap((one) =>
      here.flatMap((other) =>
        canSwap(one, other) && sortOf(one, text) === sortOf(other, text)
          ? [[one, other] as const]
          : [],
      ),
    );
  });
  const [one, other] = pickOne(pairs, draw) ?? [];
  if (!one || !other) return undefined;
  const swap = [put(one, other.fact.text), put(other, one.fact.text)];
  return {
    text: replaced(text, swap),
    expected: [one, other].map(({ fact, claims }, index) => {
      return { kind: 'swapped', was: renderFact(fact), to: swap[index]?.to ?? '', claims };
    }),
    mayTell: NOTHING_ELSE,
  };
}

function isValue(kind: string): boolean {
  return kind === 'figure' || kind === 'value' || kind === 'date';
}

/** Values of two different things, or of one in two columns; else of one thing they are a list in another order. */
function canSwap({ fact: one, start }: Target, { fact: other, start: end }: Target): boolean {
  return (
    start < end &&
    one.kind === other.kind &&
    one.key !== other.key &&
    one.label !== '' &&
    other.label !== '' &&
    (one.label !== other.label || (one.column !== undefined && one.column !== other.column))
  );
}

/** A word such as `required` is a value only where it stands, a quoted one only in its quotes. */
function sortOf({ fact, start }: Target, text: string): string {
  const isLiteral = /^(?:true|false|null)$/i.test(fact.text);
  const isQuoted = /["'`]/.test(text[start - 1] ?? '');
  return fact.kind !== 'value' || isLiteral ? 'literal' : isQuoted ? 'quoted' : 'word';
}

const OTHER_UNITS: readonly (readonly [RegExp, string])[] = [
  [/ms$/, 's'],
  [/milliseconds?$/, 'seconds'],
  [/seconds?$/, 'minutes'],
  [/minutes?$/, 'hours'],
  [/hours?$/, 'days'],
  [/days?$/, 'weeks'],
  [/KB$/i, 'MB'],
  [/MB$/i, 'GB'],
];

function inOtherUnit(text: string, targets: readonly Target[], draw: Draw): Edit | undefined {
  const changes = targets.flatMap((target) => {
    const { fact } = target;
    const [unit, other = ''] =
      fact.kind === 'figure' || UNIT_WORDS.test(fact.text)
        ? (OTHER_UNITS.find(([it]) => it.test(fact.text)) ?? [])
        : [];
    return unit === undefined ? [] : [{ target, to: fact.text.replace(unit, other) }];
  });
  const chosen = pickOne(changes, draw);
  if (!chosen) return undefined;
  const { target, to } = chosen;
  const { fact, claims } = target;
  return {
    text: replaced(text, [put(target, to)]),
    expected: [{ kind: 'other unit', was: renderFact(fact), to, claims }],
    mayTell: NOTHING_ELSE,
  };
}

const UNIT_WORDS = /^(?:milliseconds|seconds|minutes|hours|days)$/;

/** As many in another time: `60/min` becomes `60/hour`. */
function inOtherPeriod(text: string, targets: readonly Target[], draw: Draw): Edit | undefined {
  const rates = targets.flatMap((target) => {
    const rest = text.slice(target.start, target.start + 60);
    const found = /^[^\n.;|]*?(\/|per )(min|minute|second|hour|day)\b/.exec(rest);
    return target.fact.kind === 'figure' && target.fact.per !== undefined && found
      ? [{ target, place: target.start + found[0].length - (found[2]?.length ?? 0), found }]
      : [];
  });
  const chosen = pickOne(rates, draw);
  if (!chosen) return undefined;
  const { target, place, found } = chosen;
  const to = found[2] === 'hour' ? 'day' : 'hour';
  return {
    text: replaced(text, [{ start: place, length: found[2]?.length ?? 0, to }]),
    expected: [{ kind: 'other period', was: renderFact(target.fact), to, claims: target.claims }],
    mayTell: NOTHING_ELSE,
  };
}

/** The line of a field is gone: a row, an item, or a member of an example. */
function withoutLine(text: string, targets: readonly Target[], draw: Draw): Edit | undefined {
  const field = pickOne(
    targets.filter(({ fact }) => fact.kind === 'field'),
    draw,
  );
  if (!field) return undefined;
  const start = text.lastIndexOf('\n', field.start) + 1;
  const end = text.indexOf('\n', field.start) + 1 || text.length;
  const line = text.slice(start, end);
  // What is opened in a line is closed in another.
  if (/[{[]\s*$/.test(line)) return undefined;
  const within = targets.filter((it) => it.start >= start && it.start < end);
  const told = within.filter(({ fact }) => fact.kind === 'field' || fact.label === field.fact.text);
  return {
    text: `${text.slice(0, start)}${text.slice(end)}`,
    expected: told.map(({ fact, claims }) => {
      return { kind: 'line gone', was: renderFact(fact), to: '', claims };
    }),
    mayTell: (was) => line.includes(was.split(': ').at(-1) ?? was),
  };
}

/** A sentence more, with a figure that nobody knows. */
function withSentence(text: string, _: readonly Target[], draw: Draw): Edit | undefined {
  const ends = [...text.matchAll(/^[A-Z][^|{}=;\n]*[a-z]{3,} [a-z]{3,}[^|{}=;\n]*\.$/gm)];
  const sentence = pickOne(ends, draw);
  if (!sentence) return undefined;
  const figure = `${Math.floor(draw() * 8000) + 1137}`;
  const at = sentence.index + sentence[0].length;
  return {
    text: `${text.slice(0, at)} Whoever asks may keep ${figure} crates.${text.slice(at)}`,
    expected: [{ kind: 'sentence more', was: figure, to: figure, claims: [] }],
    mayTell: NOTHING_ELSE,
  };
}

interface Put {
  readonly start: number;
  readonly length: number;
  readonly to: string;
}

function put({ start, fact }: Target, to: string): Put {
  return { start, length: fact.text.length, to };
}

function replaced(text: string, puts: readonly Put[]): string {
  return puts
    .toSorted((left, right) => right.start - left.start)
    .reduce((told, { start, length, to }) => {
      return `${told.slice(0, start)}${to}${told.slice(start + length)}`;
    }, text);
}

function pickOne<Item>(items: readonly Item[], draw: Draw): Item | undefined {
  return items[Math.floor(draw() * items.length)];
}
