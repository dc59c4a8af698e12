import {
  addKeyword,
  getKeyword,
  type Keyword,
  type ValidationContext,
} from '@hyperjump/json-schema/experimental';
import type { JsonNode } from '@hyperjump/json-schema/instance/experimental';

/** Lets a keyword of the second validator be decided here first; undefined leaves it to the validator. */
export function extendKeyword(
  name: string,
  decide: (said: unknown, node: JsonNode, context: ValidationContext) => boolean | undefined,
): void {
  const keyword = keywordNamed(name);
  addKeyword({
    ...keyword,
    interpret: (said, node, context) =>
      decide(said, node, context) ?? keyword.interpret(said, node, context),
  });
}

export function keywordNamed(name: string): Keyword<unknown> {
  return getKeyword(`https://json-schema.org/keyword/${name}`);
}
