/** Made once for each pattern. */
const PATTERNS = new Map<string, ((text: string) => boolean) | undefined>();

/** A test for a pattern (JSON Schema core, section 6.4); undefined where it is no regular expression. */
export function toPattern(pattern: string): ((text: string) => boolean) | undefined {
  if (!PATTERNS.has(pattern)) PATTERNS.set(pattern, compile(pattern));
  return PATTERNS.get(pattern);
}

function compile(pattern: string): ((text: string) => boolean) | undefined {
  for (const flags of ['u', '']) {
    try {
      const expression = new RegExp(pattern, flags);
      return (text) => expression.test(text);
    } catch {
      // Many are written for engines that take needless escapes, which only flag u refuses.
    }
  }
  return undefined;
}
