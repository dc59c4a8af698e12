import { addKeyword, getKeyword, type Keyword } from '@hyperjump/json-schema/experimental';
import { toPattern, UNDECIDED } from '../../values/patterns.ts';

/** Keywords by whose regular expressions the second validator matches texts. */
const KEYWORDS = ['pattern', 'patternProperties', 'additionalProperties'] as const;

let isBound = false;

/**
 * Has the second validator match by patterns with a deadline: where one decides nothing in time it
 * throws, so that it can tell nothing and nobody is blamed.
 */
export function boundPatterns(): void {
  if (isBound) return;
  isBound = true;
  for (const name of KEYWORDS) {
    const keyword: Keyword<unknown> = getKeyword(`https://json-schema.org/keyword/${name}`);
    const compile: typeof keyword.compile = async (schema, ast, parent) => {
      // Its own place for the value of a keyword: what needs no flag `u` it cannot read itself.
      const { _value: source } = schema as { readonly _value?: unknown };
      if (name === 'pattern' && typeof source === 'string') return toMatcher(source);
      return withMatchers(await keyword.compile(schema, ast, parent));
    };
    addKeyword({ ...keyword, compile });
  }
}

/** What is compiled holds regular expressions in lists, which only `test` is asked of. */
function withMatchers(compiled: unknown): unknown {
  if (compiled instanceof RegExp) return toMatcher(compiled.source);
  return Array.isArray(compiled) ? compiled.map(withMatchers) : compiled;
}

function toMatcher(source: string): { readonly test: (text: string) => boolean } {
  const pattern = toPattern(source);
  if ('reason' in pattern) throw new Error(`${source} is no regular expression: ${pattern.reason}`);
  return {
    test(text) {
      const matching = pattern.test(text);
      if (matching === 'undecided') throw new Error(`the pattern ${source} ${UNDECIDED}`);
      return matching;
    },
  };
}
