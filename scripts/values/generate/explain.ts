import type { Json } from '../../base/json.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import { accepts } from './accepts.ts';
import { conjunctOf, keyOfAll, type Conjunct } from './conjunct.ts';
import type { Alternative } from './alternative.ts';
import { choicesOf, expansionOf, type Forge } from './forge.ts';
import { leastHeight } from './least.ts';
import { countsOf } from './members.ts';
import { arrayPlan, objectPlan } from './plans.ts';

/** Why nothing satisfies schemas together, and where. */
export interface Refutation {
  readonly unsatisfiable: string;
  readonly pointer: Pointer;
}

/** The innermost reason why there is no value: for schemas of which that is proved. */
export function explain(
  forge: Forge,
  conjuncts: readonly Conjunct[],
  schema: Json | undefined,
): Refutation {
  const own = conjunctOf(forge.resolver, schema ?? true);
  if (forge.destination !== 'json' && leastHeight(forge, [own]) < Infinity) {
    return {
      unsatisfiable: `nothing that the schema allows can be sent as ${PLACES[forge.destination]}`,
      pointer: own.at,
    };
  }
  return reasonOf(forge, conjuncts, new Set());
}

const PLACES: Readonly<Record<Forge['destination'], string>> = {
  json: 'JSON',
  path: 'a path parameter',
  query: 'a query parameter',
  header: 'a header field',
  cookie: 'a cookie',
  form: 'a form',
  multipart: 'multipart form data',
  xml: 'XML',
};

function reasonOf(
  forge: Forge,
  conjuncts: readonly Conjunct[],
  asked: ReadonlySet<string>,
): Refutation {
  const at = conjuncts[0]?.at ?? '#';
  const key = keyOfAll(conjuncts);
  if (asked.has(key)) {
    return {
      unsatisfiable: 'every value would have to contain another of its kind, without end',
      pointer: at,
    };
  }
  const { alternatives, conflict } = expansionOf(forge, conjuncts);
  const [first] = alternatives;
  if (!first) {
    return {
      unsatisfiable: conflict?.reason ?? 'no schema allows anything',
      pointer: conflict?.at ?? at,
    };
  }
  const inner = new Set([...asked, key]);
  return (
    reasonIn(forge, first, inner) ?? {
      unsatisfiable: 'its keywords leave nothing together',
      pointer: first.parts[0]?.at ?? at,
    }
  );
}

function reasonIn(
  forge: Forge,
  alternative: Alternative,
  asked: ReadonlySet<string>,
): Refutation | undefined {
  const { parts, types } = alternative;
  const pointer = parts[0]?.at ?? '#';
  if (choicesOf(forge, alternative)?.length === 0) {
    return { unsatisfiable: 'none of the values of enum or const satisfies the rest', pointer };
  }
  for (const [type, least, most] of BOUNDS) {
    const [low, high] = countsOf(parts, least, most);
    if (types.includes(type) && low > high) {
      return { unsatisfiable: `${least} is ${low} and ${most} is ${high}`, pointer };
    }
  }
  if (types.includes('object')) {
    const plan = objectPlan(forge, alternative);
    for (const name of plan.required) {
      if (!plan.naming.every((it) => accepts(forge.resolver, it, name))) {
        return { unsatisfiable: `propertyNames forbids the required property ${name}`, pointer };
      }
      if (leastHeight(forge, plan.property(name)) < Infinity) continue;
      const { unsatisfiable, pointer: inside } = reasonOf(forge, plan.property(name), asked);
      return {
        unsatisfiable: `${unsatisfiable} (in the required property ${name})`,
        pointer: inside,
      };
    }
    if (plan.required.size > plan.most) {
      const reason = `${plan.required.size} properties are required and ${plan.most} allowed`;
      return { unsatisfiable: reason, pointer };
    }
  }
  if (types.includes('array')) {
    const plan = arrayPlan(forge, alternative);
    for (let index = 0; index < Math.min(plan.least, plan.prefix + 1); index += 1) {
      if (leastHeight(forge, plan.item(index)) < Infinity) continue;
      return reasonOf(forge, plan.item(index), asked);
    }
    if (plan.isUnique)
      return {
        unsatisfiable: 'there are not as many different items as minItems asks for',
        pointer,
      };
  }
  if (types.includes('integer'))
    return { unsatisfiable: 'no number is within all bounds and steps', pointer };
  return undefined;
}

const BOUNDS = [
  ['string', 'minLength', 'maxLength'],
  ['array', 'minItems', 'maxItems'],
  ['object', 'minProperties', 'maxProperties'],
  ['integer', 'minimum', 'maximum'],
] as const;
