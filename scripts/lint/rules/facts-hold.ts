import type { ApiModel } from '../../model/api-model.ts';
import type { LedgerFact } from '../../model/evidence.ts';
import { isEqual } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import type { Rule } from '../rule.ts';

/** A figure that somebody looked up once changes with the next slip of the pen, unless it is held to it. */
export const factsHold: Rule = {
  id: 'facts-hold',
  severity: 'error',
  description:
    'Each fact of the ledger stands where the ledger says, with that value, and rests on the claim that it names.',
  *check(api) {
    const { ledger } = api;
    if (!ledger) return;
    for (const [index, fact] of ledger.facts.entries()) {
      const location = { file: ledger.file, line: fact.line, column: 1 };
      for (const message of lacksOf(fact, api)) {
        yield { at: append('#/facts', index), location, message };
      }
    }
  },
};

function* lacksOf(
  { at, is, claim }: LedgerFact,
  { document, claimsAt }: ApiModel,
): Generator<string> {
  const value = valueAt(document, at);
  if (value === undefined) {
    yield `The description has nothing at ${at}`;
    return;
  }
  if (is !== undefined && !isEqual(value, is)) {
    yield `The description says ${JSON.stringify(value)} at ${at}, and the ledger ${JSON.stringify(is)}`;
  }
  // The root's security has no place for claims of its own.
  if (at === '#/security') return;
  const claims = claimsAt(at);
  if (claim === undefined ? claims.length > 0 : claims.includes(claim)) return;
  yield `${at} rests on ${claims.join(', ') || 'no claim'}, and not on ${claim ?? 'one'}`;
}
