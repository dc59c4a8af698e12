import { append, valueAt, withValueAt } from '../../base/json-pointer.ts';
import { isObject, type Json } from '../../base/json.ts';
import { answerSitesOf, sizeOfAnswer } from '../answer-sites.ts';
import { likelyBody, successContent, withJson } from '../answer-parts.ts';
import { atSites } from '../at-sites.ts';
import type { Operator } from '../operator.ts';
import { sampleAt } from '../sample.ts';
import { locate, type SchemaSite } from '../schema-sites.ts';
import { successPlace } from './spots.ts';

/** Operators on what is written and never read (OpenAPI 3.1.1, section 4.8.24). */
export const WRITE_ONLY_OPERATORS: readonly Operator[] = [
  atSites({
    id: 'write-only-shown',
    class: 'body',
    difficulty: 0,
    title: 'shows a property that is only written',
    changes: 'body',
    sites: (api, operation) =>
      answerSitesOf(api, operation, 'writeOnly').filter(
        ({ schema }) => schema['writeOnly'] === true,
      ),
    sizeOf: sizeOfAnswer,
    placeAt(api, operation, site) {
      const root = successContent(operation)?.schema;
      const likely = likelyBody(api, operation);
      const secret = sampleAt(api.document, site.pointer);
      const shown = likely === undefined ? undefined : showAt(likely, site, secret);
      const breaches =
        root === undefined || shown === undefined ? [] : api.schemas.check(root, shown, 'response');
      if (!breaches.some(({ constraint }) => constraint === site.clause)) return undefined;
      const change = (value: Json) => showAt(value, site, secret);
      return successPlace(api, operation, site.at, site.clause, (answer) =>
        withJson(answer, change),
      );
    },
  }),
];

/** The value with the property in the first object that may have it. */
function showAt(value: Json, { path }: SchemaSite, secret: Json): Json | undefined {
  const name = path.at(-1);
  for (const at of locate(value, path.slice(0, -1))) {
    const around = valueAt(value, at);
    if (name !== undefined && isObject(around) && !Object.hasOwn(around, name))
      return withValueAt(value, append(at, name), secret);
  }
  return undefined;
}
