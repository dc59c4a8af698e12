import type { Json } from '../base/json.ts';
import { WHOLE, type Check, type Keyword, type Run, type Site } from './evaluation.ts';
import { isAssertion } from './keywords-assert.ts';
import type { QuickSite } from './quick-site.ts';

const CONDITIONS: ReadonlyMap<string, string> = new Map([
  ['string', '(typeof v==="string")'],
  ['boolean', '(typeof v==="boolean")'],
  ['null', '(v===null)'],
  ['array', 'Array.isArray(v)'],
  ['object', '(typeof v==="object"&&v!==null&&!Array.isArray(v))'],
  ['number', '(typeof v==="number"||typeof v==="bigint")'],
  ['integer', '(Number.isInteger(v)||typeof v==="bigint")'],
]);

/** Whether `v` is of a type. */
export function typeCondition(type: string): string {
  return CONDITIONS.get(type) ?? 'false';
}

/** What an assertion says of `v`; by the same function that tells of breaches unless there is a shorter way. */
export function assertionCondition(
  name: string,
  keyword: Keyword,
  said: Json,
  site: QuickSite,
): string | undefined {
  if (!isAssertion(name)) return 'untold';
  const check = keyword(said, toPlainSite(site));
  if (!check) return undefined;
  const whole = `${site.keep((value: Json) => check(value, WHOLE, QUIET, undefined))}(v)`;
  const short = shortOf(name, said);
  if (short === undefined) return whole;
  return short.isWhole ? short.condition : `(${short.condition}||${whole})`;
}

/** Texts that are compared one by one. */
const FEW_VALUES = 12;

interface Short {
  readonly condition: string;
  /** Whether nothing else holds. */
  readonly isWhole: boolean;
}

/** What is said of most, where it is said in a few words. */
function shortOf(name: string, said: Json): Short | undefined {
  if (Array.isArray(said)) {
    const isShort = name === 'enum' && said.length > 0 && said.length <= FEW_VALUES;
    if (!isShort || !said.every((it) => typeof it === 'string')) return undefined;
    return {
      condition: `(${said.map((it) => `v===${JSON.stringify(it)}`).join('||')})`,
      isWhole: true,
    };
  }
  if (name === 'const' && typeof said === 'string') {
    return { condition: `v===${JSON.stringify(said)}`, isWhole: true };
  }
  if (typeof said !== 'number' || !Number.isFinite(said)) return undefined;
  // Characters are no more than the units that they are written in.
  if (name === 'maxLength') return { condition: `v.length<=${said}`, isWhole: false };
  if (name === 'minLength')
    return said === 1 ? { condition: 'v.length>0', isWhole: true } : undefined;
  const operator = COMPARISONS.get(name);
  return operator === undefined ? undefined : { condition: `v${operator}(${said})`, isWhole: true };
}

const COMPARISONS: ReadonlyMap<string, string> = new Map([
  ['minimum', '>='],
  ['maximum', '<='],
  ['exclusiveMinimum', '>'],
  ['exclusiveMaximum', '<'],
]);

/** For keywords that apply no schemas; what is not as it must be is told by those who tell. */
function toPlainSite({ node, pointer, resolver }: QuickSite): Site {
  return { node, pointer, resolver, below: toNone, at: toNone, flaw: toNothing };
}

function toNothing(): undefined {
  return undefined;
}

function toNone(): Check {
  return () => false;
}

/** Nothing is told, and what is required has to be there. */
const QUIET: Run = {
  direction: undefined,
  excuses: () => false,
  found: undefined,
  effort: { steps: 0, depth: 0, isExhausted: false },
  memo: undefined,
  told: undefined,
  scope: undefined,
  entered: undefined,
};
