const COMPILED = new Map<string, RegExp | undefined>();

/** The expression of a `pattern`: with the `u` flag, or without it where it is sound only so. */
export function expressionOf(pattern: string): RegExp | undefined {
  if (!COMPILED.has(pattern)) COMPILED.set(pattern, compile(pattern, 'u') ?? compile(pattern, ''));
  return COMPILED.get(pattern);
}

/** Whether a text matches; what is no regular expression demands nothing. */
export function matchesPattern(pattern: string, text: string): boolean {
  return expressionOf(pattern)?.test(text) ?? true;
}

function compile(pattern: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(pattern, flags);
  } catch {
    return undefined;
  }
}
