import { isObject, type Json, type JsonObject } from '../base/json.ts';
import { append, type Pointer } from '../base/json-pointer.ts';
import { KEYWORDS, type Kind, type NamedKeyword } from './keywords.ts';
import { keywordsInUse, type Dialect } from './keywords-in-use.ts';
import { assertionCondition, typeCondition } from './quick-assertions.ts';
import { QUICK_KEYWORDS } from './quick-keywords.ts';
import type { QuickSite } from './quick-site.ts';
import type { Place, Resolver } from './resolve.ts';

/** Whether a value holds. */
export type QuickCheck = (value: Json) => boolean;

/** Steps after which a value is left to checks that remember what they found. */
const MOST_STEPS = 200_000;

/** A schema and the source of its check. */
interface Part {
  readonly name: string;
  readonly source: string;
  /** Whether all that the schema itself says can be told of a value alone. */
  readonly isTold: boolean;
  /** The schemas that it applies. */
  readonly leads: Part[];
  made: QuickCheck | undefined;
}

/**
 * Makes checks that say yes or no in one look at a value, as code of their own: most values are valid, and
 * nothing has to be told of those. Yes is always right; no may also mean that it would take too long, or
 * that a value lacks what only goes the other way. Undefined for schemas of which more has to be known than
 * the value.
 */
export function toQuickChecks(
  resolver: Resolver,
  reading: Dialect,
  isAnswer: boolean,
): (place: Place) => QuickCheck | undefined {
  const parts = new Map<Pointer, Part>();
  const kept: unknown[] = [];
  const effort = { left: 0 };

  const partAt = (place: Place): Part => {
    const known = parts.get(place.pointer);
    if (known) return known;
    const name = `f${parts.size}`;
    const part: Part = { name, source: '', isTold: false, leads: [], made: undefined };
    parts.set(place.pointer, part);
    const source = sourceOf(place, part);
    // What is nested too deep for the stack never comes here.
    if (source !== undefined) Object.assign(part, { source, isTold: true });
    return part;
  };

  const sourceOf = ({ node, pointer }: Place, part: Part): string | undefined => {
    const { name } = part;
    let isTold = true;
    if (!isObject(node)) return `function ${name}(v){return ${node !== false};}`;
    const isUsed = keywordsInUse(resolver, pointer, reading);
    const helpers: string[] = [];
    const site = siteOf(part, { node, pointer }, helpers);
    const group = (kind: Kind): string[] => {
      const named: readonly NamedKeyword[] = KEYWORDS[kind];
      return named.flatMap(([keyword, make]) => {
        const said = Object.hasOwn(node, keyword) && isUsed(keyword) ? node[keyword] : undefined;
        if (said === undefined) return [];
        const quick = QUICK_KEYWORDS.get(keyword);
        const condition = quick ? quick(said, site) : assertionCondition(keyword, make, said, site);
        if (condition === 'untold') isTold = false;
        return condition === undefined || condition === 'untold' ? [] : [condition];
      });
    };
    const first = [...group('type'), ...group('any')];
    const kinds = (['string', 'number', 'array', 'object'] as const).flatMap((kind) => {
      const told = group(kind).join('&&');
      return told === ''
        ? []
        : [node['type'] === kind ? told : `(!${typeCondition(kind)}||(${told}))`];
    });
    const steps = part.leads.length > 0 ? ['(e.left-=1)>=0'] : [];
    if (!isTold) return undefined;
    const whole = [...steps, ...first, ...kinds].join('&&');
    return `${helpers.join('')}function ${name}(v){return ${whole === '' ? 'true' : whole};}`;
  };

  const siteOf = (
    part: Part,
    { node, pointer }: { readonly node: JsonObject; readonly pointer: Pointer },
    helpers: string[],
  ): QuickSite => {
    const at = (place: Place): string => {
      const lead = partAt(place);
      part.leads.push(lead);
      return lead.name;
    };
    return {
      node,
      pointer,
      resolver,
      isAnswer,
      keep(value) {
        const name = `k${kept.push(value) - 1}`;
        helpers.push(`const ${name}=k[${kept.length - 1}];`);
        return name;
      },
      at,
      below: (it, ...tokens) => at({ node: it, pointer: append(pointer, ...tokens) }),
      declare(body) {
        const name = `${part.name}_${helpers.length}`;
        helpers.push(`function ${name}(v){${body}}`);
        return `${name}(v)`;
      },
    };
  };

  const madeAt = (place: Place): QuickCheck | undefined => {
    try {
      const root = partAt(place);
      const all = reachedFrom(root);
      if (!all.every(({ isTold }) => isTold)) return undefined;
      return root.made ?? build(all, root, kept, effort);
    } catch (error) {
      // Schemas may nest deeper than the stack, and a process may forbid code that is made.
      if (error instanceof RangeError || error instanceof EvalError) return undefined;
      throw error;
    }
  };

  return (place) => {
    const check = resolver.isDynamic ? undefined : madeAt(place);
    if (!check) return undefined;
    return (value) => {
      effort.left = MOST_STEPS;
      try {
        // What came to an end too soon may stand below a `not`.
        return check(value) && effort.left >= 0;
      } catch (error) {
        if (error instanceof RangeError) return false;
        throw error;
      }
    };
  };
}

/** A schema and all that it leads to, each once. */
function reachedFrom(root: Part): readonly Part[] {
  const reached = new Set([root]);
  // What is added while it runs is walked as well.
  for (const part of reached) for (const lead of part.leads) reached.add(lead);
  return [...reached];
}

/** Makes functions of those parts that are none yet. */
function build(
  all: readonly Part[],
  root: Part,
  kept: readonly unknown[],
  effort: { readonly left: number },
): QuickCheck | undefined {
  const [ready, fresh] = [all.filter((it) => it.made), all.filter((it) => !it.made)];
  const source = [
    ...ready.map(({ name }, index) => `const ${name}=m[${index}];`),
    ...fresh.map((it) => it.source),
    `return [${fresh.map(({ name }) => name).join()}];`,
  ].join('\n');
  // Names and values from a description stand in it as JSON text only.
  // oxlint-disable-next-line typescript/no-implied-eval
  const make = new Function('k', 'e', 'm', source) as (...given: unknown[]) => QuickCheck[];
  const before = ready.map((it) => it.made);
  for (const [index, made] of make(kept, effort, before).entries()) {
    const part = fresh[index];
    if (part) part.made = made;
  }
  return root.made;
}
