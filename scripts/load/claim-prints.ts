import {
  arrayOf,
  stringsOf,
  isObject,
  objectOf,
  textOf,
  type Json,
  type JsonObject,
} from '../base/json.ts';
import type { ClaimPrint } from '../model/evidence.ts';

/**
 * Reads the `prints` of a claim: a list of facts, or lists by heading, by source, or by both. Where no
 * source is named it is the first that the claim names, and else the first of the ledger.
 */
export function toClaimPrints(claim: JsonObject, known: readonly string[]): ClaimPrint[] {
  const first = stringsOf(claim['sources'])[0] ?? known[0] ?? '';
  return inSource(claim['prints'], first, (key) => known.includes(key));
}

function inSource(
  value: Json | undefined,
  source: string,
  isSource: (key: string) => boolean,
): ClaimPrint[] {
  if (!isObject(value)) return inSection(value, source, undefined);
  return Object.entries(value).flatMap(([key, inner]) =>
    isSource(key) ? inSource(inner, key, () => false) : inSection(inner, source, key),
  );
}

function inSection(value: Json | undefined, source: string, section?: string): ClaimPrint[] {
  return arrayOf(value).flatMap((it) => {
    const pairs = isObject(it) ? Object.entries(objectOf(it)) : [[undefined, it] as const];
    return pairs.map(([label, printed]): ClaimPrint => {
      const [, text = '', nth] = /^(.*?)(?: #(\d+))?$/s.exec(textOf(printed)) ?? [];
      const occurrence = nth === undefined ? undefined : Number(nth);
      return { source, section, text, label, occurrence };
    });
  });
}
