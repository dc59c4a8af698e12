import type { ApiModel, Operation, Parameter } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Draft } from '../generation/draft.ts';
import { BY_DATA } from '../judges/accepted.ts';

/**
 * Optional parameters of many operations, any text by their schema, for which a server refuses whatever has
 * them: once that is told, it hides everything else.
 */
export interface Shunned {
  /** A draft without those that are known, unless one is broken on purpose. */
  readonly without: (draft: Draft) => Draft;
  /**
   * A draft with them, and with nothing else that may be left out, once for each operation: what is refused
   * everywhere may be refused in a way of its own there. Undefined where it has none of them, or was asked.
   */
  readonly untold: (operation: Operation, draft: Draft) => Draft | undefined;
  /** Finds out whether a refusal is of such a parameter alone, and says so where it is. */
  readonly learn: (
    operation: Operation,
    draft: Draft,
    exchange: Exchange,
    ask: (draft: Draft) => Promise<Exchange | undefined>,
  ) => Promise<string | undefined>;
}

/** Operations that must have a parameter before it is looked at: one of a single operation hides nothing. */
const FEWEST = 3;
/** Times that it is looked at. */
const MOST_TRIED = 4;
/** Refusals that tell who asks, or how often, and not what (RFC 9110, section 15.5; RFC 6585, section 4). */
const OTHER_REASONS = [401, 429, ...BY_DATA];

export function createShunned({ operations }: ApiModel): Shunned {
  const uses = new Map<string, number>();
  for (const { parameters } of operations) {
    for (const key of new Set(parameters.map(keyOf))) uses.set(key, (uses.get(key) ?? 0) + 1);
  }
  const tried = new Map<string, number>();
  const shunned = new Set<string>();
  const asked = new Set<Operation>();
  const isShunned = (it: Parameter) => !it.required && shunned.has(keyOf(it));
  return {
    without(draft) {
      if (shunned.size === 0) return draft;
      return leaving(draft, (it) => {
        const isMeant = draft.broken?.includes(`${it.in} parameter ${it.name}`) === true;
        return !isMeant && isShunned(it);
      });
    },
    untold(operation, draft) {
      const has = draft.parameters.some(({ parameter }) => isShunned(parameter));
      if (!has || asked.has(operation)) return undefined;
      asked.add(operation);
      return leaving(draft, (it) => !it.required && !isShunned(it));
    },
    async learn(operation, draft, { response }, ask) {
      const status = response?.status ?? 0;
      if (status < 400 || status >= 500 || OTHER_REASONS.includes(status)) return undefined;
      for (const { parameter, value } of draft.parameters) {
        const key = keyOf(parameter);
        const times = tried.get(key) ?? 0;
        const isCommon = (uses.get(key) ?? 0) >= FEWEST && !parameter.required;
        if (!isCommon || typeof value !== 'string' || times >= MOST_TRIED) continue;
        if (shunned.has(key)) continue;
        tried.set(key, times + 1);
        const answered = await ask(leaving(draft, (it) => it === parameter));
        const least = answered?.response?.status ?? Infinity;
        if (least < 200 || least >= 300) continue;
        shunned.add(key);
        asked.add(operation);
        return `any ${parameter.in} parameter ${parameter.name} that the schema allows may be answered ${status}: it is left out from here on`;
      }
      return undefined;
    },
  };
}

function keyOf({ in: place, name }: Parameter): string {
  return `${place} ${name}`;
}

function leaving(draft: Draft, isLeft: (parameter: Parameter) => boolean): Draft {
  const parameters = draft.parameters.filter(({ parameter }) => !isLeft(parameter));
  return parameters.length === draft.parameters.length ? draft : { ...draft, parameters };
}
