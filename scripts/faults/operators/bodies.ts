import type { Json } from '../../base/json.ts';
import { append, valueAt, withValueAt } from '../../base/json-pointer.ts';
import { likelyBody, successContent, withJson } from '../answer-parts.ts';
import type { Operator } from '../operator.ts';
import { locate, sitesOf, type SchemaSite } from '../schema-sites.ts';
import { BREAKERS, type Breaker } from './breakers.ts';
import { successPlace } from './spots.ts';

/** Operators that break what the schema of a response says about its JSON. */
export const BODY_OPERATORS: readonly Operator[] = BREAKERS.map((breaker) => {
  const { id, title, keyword, difficulty = 0, spoil } = breaker;
  return {
    id,
    class: 'body',
    difficulty,
    title,
    changes: 'body',
    places(api, operation) {
      const root = successContent(operation)?.schema;
      const likely = likelyBody(api, operation);
      if (root === undefined || likely === undefined) return [];
      return sitesOf(api.document, root).flatMap((site) => {
        const clause = append(site.pointer, keyword);
        if (site.schema[keyword] === undefined) return [];
        const spoiled = spoilAt(likely, site, spoil);
        const isBroken =
          spoiled !== undefined &&
          api.schemas
            .check(root, spoiled, 'response')
            .some(({ constraint }) => constraint === clause);
        if (!isBroken) return [];
        const at = `/${[...site.path, keyword].join('/')}`;
        return [
          successPlace(api, operation, at, clause, (answer) =>
            withJson(answer, (value) => spoilAt(value, site, spoil)),
          ),
        ];
      });
    },
  };
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
