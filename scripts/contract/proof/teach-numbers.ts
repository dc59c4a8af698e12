import { addKeyword } from '@hyperjump/json-schema/experimental';
import { value } from '@hyperjump/json-schema/instance/experimental';
import { toExactKeyword } from './exact-values.ts';
import { extendKeyword, keywordNamed } from './extend-keyword.ts';

let isTaught = false;

/** Has the second validator compare integers by all their digits. */
export function teachNumbers(): void {
  if (isTaught) return;
  isTaught = true;
  for (const name of ['maximum', 'minimum', 'exclusiveMaximum', 'exclusiveMinimum', 'multipleOf']) {
    const keyword = keywordNamed(name);
    addKeyword({
      ...keyword,
      compile: async (schema, ast, parent) =>
        toExactKeyword(await keyword.compile(schema, ast, parent)),
    });
  }
  extendKeyword('multipleOf', (step, node) => {
    const number: unknown = value(node);
    if (typeof number !== 'bigint' && typeof step !== 'bigint') return undefined;
    // A step with a fraction needs decimals, which the validator itself does not have.
    return isWhole(number) && isWhole(step) ? BigInt(number) % BigInt(step) === 0n : undefined;
  });
  extendKeyword('type', (types, node) => {
    const isBig = typeof value(node) === 'bigint';
    return isBig ? [types].flat().some((it) => it === 'integer' || it === 'number') : undefined;
  });
}

/** Whether a number has no fraction. */
export function isWhole(number: unknown): number is number | bigint {
  return typeof number === 'bigint' || Number.isInteger(number);
}
