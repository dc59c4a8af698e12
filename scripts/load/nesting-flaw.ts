import { DEEPEST_JSON } from '../base/json-text.ts';

/** Where a value is nested too deep, or holds itself, and what is said of it. */
interface NestingFlaw {
  readonly tokens: readonly string[];
  readonly message: string;
}

interface Level {
  readonly node: object;
  readonly token: string;
  readonly outer: Level | undefined;
  readonly depth: number;
}

/** What nobody could walk without an end; undefined where all is well. It needs no stack itself. */
export function nestingFlawOf(value: unknown): NestingFlaw | undefined {
  if (!isNested(value)) return undefined;
  const open: Level[] = [{ node: value, token: '', outer: undefined, depth: 1 }];
  for (let level = open.pop(); level; level = open.pop()) {
    if (level.depth > DEEPEST_JSON) {
      return {
        tokens: tokensOf(level),
        message: `It is nested more than ${DEEPEST_JSON} levels deep`,
      };
    }
    for (const [token, child] of Object.entries(level.node)) {
      if (!isNested(child)) continue;
      const below = { node: child, token, outer: level, depth: level.depth + 1 };
      if (isWithin(level, child)) {
        return { tokens: tokensOf(below), message: 'An alias stands inside of what it stands for' };
      }
      open.push(below);
    }
  }
  return undefined;
}

function isNested(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isWithin(level: Level, node: object): boolean {
  for (let at: Level | undefined = level; at; at = at.outer) if (at.node === node) return true;
  return false;
}

function tokensOf(level: Level): string[] {
  const tokens: string[] = [];
  for (let at = level; at.outer; at = at.outer) tokens.unshift(at.token);
  return tokens;
}
