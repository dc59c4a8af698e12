/** A regular expression (ECMA-262, section 22.2.1) as a generator of texts reads it. */
export type PatternNode =
  /** One character; `source` is how the pattern spells the set. */
  | { readonly kind: 'letter'; readonly source: string }
  | { readonly kind: 'row'; readonly items: readonly PatternNode[] }
  | { readonly kind: 'choice'; readonly branches: readonly PatternNode[] }
  | {
      readonly kind: 'loop';
      readonly body: PatternNode;
      readonly least: number;
      readonly most: number;
    }
  | { readonly kind: 'group'; readonly body: PatternNode; readonly name: string }
  | {
      readonly kind: 'look';
      readonly body: PatternNode;
      readonly isWanted: boolean;
      readonly isAhead: boolean;
    }
  | { readonly kind: 'echo'; readonly name: string }
  | { readonly kind: 'start' | 'end' | 'edge' };

const GROUP = /\((?:\?(?:(?<look><?[=!])|<(?<name>[^>]*)>|[a-z-]*:))?/y;
const CLASS = /\[(?:\\[^]|[^\]\\])*\]/y;
const ESCAPE =
  /\\(?:u\{[^}]*\}|u[dD][89abAB][\da-fA-F]{2}\\u[dD][c-fC-F][\da-fA-F]{2}|u[\da-fA-F]{4}|x[\da-fA-F]{2}|c[A-Za-z]|[pP]\{[^}]*\}|k<[^>]*>|[1-9]\d*|[^])/uy;
const BOUNDS = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;
const LETTER = /[^]/uy;

/** Groups within groups that are followed. */
const DEEPEST = 100;

/** Reads a pattern that compiles; undefined where it is nested deeper than anybody writes. */
export function parsePatternSource(source: string): PatternNode | undefined {
  let at = 0;
  let groups = 0;
  let depth = 0;
  const take = (expected: RegExp): RegExpExecArray | undefined => {
    expected.lastIndex = at;
    const found = expected.exec(source);
    if (found) at += found[0].length;
    return found ?? undefined;
  };

  const choice = (): PatternNode => {
    depth += 1;
    const branches = [row()];
    while (source[at] === '|') {
      at += 1;
      branches.push(row());
    }
    depth -= 1;
    const [only] = branches;
    return branches.length === 1 && only ? only : { kind: 'choice', branches };
  };
  const row = (): PatternNode => {
    const items: PatternNode[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      items.push(looped(atom()));
    }
    const [only] = items;
    return items.length === 1 && only ? only : { kind: 'row', items };
  };
  const group = (opened: RegExpExecArray): PatternNode => {
    const { look, name } = opened.groups ?? {};
    const isCapture = name !== undefined || opened[0] === '(';
    if (isCapture) groups += 1;
    const number = String(groups);
    if (depth > DEEPEST) throw new RangeError('nested too deep');
    const body = choice();
    at += 1;
    if (look !== undefined) {
      return { kind: 'look', body, isWanted: look.endsWith('='), isAhead: look.length === 1 };
    }
    return isCapture ? { kind: 'group', body, name: name ?? number } : body;
  };
  const atom = (): PatternNode => {
    if (source[at] === '^' || source[at] === '$') {
      at += 1;
      return { kind: source[at - 1] === '^' ? 'start' : 'end' };
    }
    const opened = take(GROUP);
    if (opened) return group(opened);
    const escape = take(ESCAPE)?.[0];
    if (escape === String.raw`\b` || escape === String.raw`\B`) return { kind: 'edge' };
    const echo = /^\\(?:([1-9]\d*)|k<(.*)>)$/.exec(escape ?? '');
    if (echo) return { kind: 'echo', name: echo[1] ?? echo[2] ?? '' };
    return { kind: 'letter', source: escape ?? take(CLASS)?.[0] ?? take(LETTER)?.[0] ?? '' };
  };
  const looped = (body: PatternNode): PatternNode => {
    const [all, sign, least, comma, most] = take(BOUNDS) ?? [];
    if (all === undefined) return body;
    if (sign !== undefined) {
      return { kind: 'loop', body, least: sign === '+' ? 1 : 0, most: sign === '?' ? 1 : Infinity };
    }
    const from = Number(least);
    return { kind: 'loop', body, least: from, most: most ? Number(most) : comma ? Infinity : from };
  };
  try {
    return choice();
  } catch {
    return undefined;
  }
}

/** How many characters a match has at least and at most. */
export function lengthsOf(node: PatternNode): readonly [least: number, most: number] {
  switch (node.kind) {
    case 'letter':
      return [1, 1];
    case 'row': {
      const all = node.items.map(lengthsOf);
      return [sum(all.map(([least]) => least)), sum(all.map(([, most]) => most))];
    }
    case 'choice': {
      const all = node.branches.map(lengthsOf);
      return [Math.min(...all.map(([it]) => it)), Math.max(...all.map(([, it]) => it))];
    }
    case 'loop': {
      const [least, most] = lengthsOf(node.body);
      return [node.least * least, node.most === 0 || most === 0 ? 0 : node.most * most];
    }
    case 'group':
      return lengthsOf(node.body);
    case 'echo':
      return [0, Infinity];
    case 'look':
    case 'start':
    case 'end':
    case 'edge':
      return [0, 0];
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, it) => all + it, 0);
}

/** Whether a pattern says anywhere where the text begins or ends. */
export function holdsAnchor(node: PatternNode): boolean {
  switch (node.kind) {
    case 'row':
      return node.items.some(holdsAnchor);
    case 'choice':
      return node.branches.some(holdsAnchor);
    case 'loop':
    case 'group':
    case 'look':
      return holdsAnchor(node.body);
    case 'start':
    case 'end':
      return true;
    case 'letter':
    case 'echo':
    case 'edge':
      return false;
  }
}
