import type { Json } from '../../base/json.ts';
import { valueAt, withValueAt } from '../../base/json-pointer.ts';
import { answerSitesOf, sizeOfAnswer } from '../answer-sites.ts';
import { likelyBody, successContent, withJson } from '../answer-parts.ts';
import { atSites } from '../at-sites.ts';
import type { Operator } from '../operator.ts';
import { locate, type SchemaSite } from '../schema-sites.ts';
import { BREAKERS, type Breaker } from './breakers.ts';
import { successPlace } from './spots.ts';

/** Operators that break what the schema of a response says about its JSON. */
export const BODY_OPERATORS: readonly Operator[] = BREAKERS.map((breaker) => {
  const { id, title, keyword, difficulty = 0, spoil } = breaker;
  return atSites({
    id,
    class: 'body',
    difficulty,
    title,
    changes: 'body',
    sites: (api, operation) => answerSitesOf(api, operation, keyword),
    sizeOf: sizeOfAnswer,
    placeAt(api, operation, site) {
      const root = successContent(operation)?.schema;
      const likely = likelyBody(api, operation);
      const spoiled = likely === undefined ? undefined : spoilAt(likely, site, spoil);
      const isBroken =
        root !== undefined &&
        spoiled !== undefined &&
        api.schemas
          .check(root, spoiled, 'response')
          .some(({ constraint }) => constraint === site.clause);
      if (!isBroken) return undefined;
      return successPlace(api, operation, site.at, site.clause, (answer) =>
        withJson(answer, (value) => spoilAt(value, site, spoil)),
      );
    },
  });
});

/** The value broken at the first place that can be. */
function spoilAt(
  value: Json,
  { path, schema }: SchemaSite,
  spoil: Breaker['spoil'],
): Json | undefined {
  for (const at of locate(value, path)) {
    const spoiled = spoil(valueAt(value, at) ?? null, schema);
    if (spoiled !== undefined) return withValueAt(value, at, spoiled);
  }
  return undefined;
}
