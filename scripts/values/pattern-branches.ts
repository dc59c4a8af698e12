/** An escape, a class, or any one character. */
const PIECE = /\\[^]|\[(?:\\[^]|[^\]\\])*\]|[^]/y;

/**
 * The patterns of which a text meets one where it meets the whole: `^a$` and `^b$` of `^a$|^b$`, and of `^(a|b)$` as
 * well. Only a choice at the top, or one that all the rest is but anchors, counts; one pattern alone where there is none.
 */
export function branchesOfPattern(pattern: string): readonly string[] {
  const branches = split(pattern);
  if (branches.length > 1) return branches;
  const [, before = '', within, after = ''] =
    /^(\^?)\((?:\?:)?((?:\\[^]|[^()\\])*)\)(\$?)$/.exec(pattern) ?? [];
  const inner = within === undefined ? [] : split(within);
  return inner.length > 1 ? inner.map((it) => `${before}(?:${it})${after}`) : [pattern];
}

/** A pattern at the bars that stand in no group and no class. */
function split(pattern: string): string[] {
  const branches = [''];
  let depth = 0;
  PIECE.lastIndex = 0;
  for (let found = PIECE.exec(pattern); found; found = PIECE.exec(pattern)) {
    const [piece] = found;
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    if (piece === '|' && depth === 0) branches.push('');
    else branches.push(`${branches.pop() ?? ''}${piece}`);
  }
  return branches;
}
