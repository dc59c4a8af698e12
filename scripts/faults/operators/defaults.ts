import type { ApiModel, Operation } from '../../model/api-model.ts';
import { isObject, objectOf, type Json } from '../../base/json.ts';
import { valueAt, withValueAt } from '../../base/json-pointer.ts';
import { othersThan } from '../../values/other-values.ts';
import { statedDefaults, type StatedDefault } from '../../values/stated-defaults.ts';
import { isCarriedOut, likelyBody, successContent, withJson } from '../answer-parts.ts';
import { exampleRequest, readAsSent } from '../example-request.ts';
import type { FaultPlace, Operator, RequestDraft } from '../operator.ts';
import { jsonContentOf, readSent, valueIn, withValueIn } from '../request-parts.ts';
import { stepsOf } from './spots.ts';

/** A moment long past. */
const ONCE = '2001-02-03T04:05:06Z';

/** Operators on what stands in for what a request leaves out. */
export const DEFAULT_OPERATORS: readonly Operator[] = [
  {
    id: 'default-ignored',
    class: 'state',
    difficulty: 1,
    title: 'shows something else than the stated default of what was left out',
    changes: 'body',
    places: (api, operation) => {
      const { input = '#', action } = operation.resource ?? {};
      if (action !== 'create') return [];
      const schema = jsonContentOf(operation)?.schema;
      return [...statedDefaults(api, schema, input)].flatMap(([name, usual]) =>
        placesOf(api, operation, name, usual),
      );
    },
  },
];

function placesOf(
  api: ApiModel,
  operation: Operation,
  name: string,
  { value: usual, at: clause }: StatedDefault,
): readonly FaultPlace[] {
  const { item = '#', input = '#' } = operation.resource ?? {};
  const example = exampleRequest(api, operation);
  const draft = example && withoutMember(api, operation, example, name);
  const schema = successContent(operation)?.schema;
  const likely = likelyBody(api, operation);
  if (!draft || schema === undefined || likely === undefined) return [];
  const show = (body: Json, value: Json): Json | undefined => {
    const shown = valueAt(body, item);
    if (Array.isArray(shown)) {
      const items = (shown as readonly Json[]).map((it) => ({ ...objectOf(it), [name]: value }));
      return withValueAt(body, item, items);
    }
    return isObject(shown) ? withValueAt(body, item, { ...shown, [name]: value }) : undefined;
  };
  const others = usual === undefined ? [ONCE] : othersThan([usual], usual);
  const other = others.concat([!usual]).find((value) => {
    const shown = value === usual ? undefined : show(likely, value);
    return shown !== undefined && api.schemas.check(schema, shown, 'response').length === 0;
  });
  if (other === undefined) return [];
  const change = (body: Json) => {
    const shown = valueAt(body, item);
    const first = Array.isArray(shown) ? (shown as readonly Json[])[0] : shown;
    return Object.hasOwn(objectOf(first), name) ? show(body, other) : undefined;
  };
  return [
    {
      at: `/${name}`,
      clause,
      deviate: () => ({
        after(seen) {
          const read = isCarriedOut(seen) ? readSent(api, operation, seen.sent) : undefined;
          const said = read && valueIn(read, input);
          const given = Array.isArray(said) ? (said as readonly Json[])[0] : said;
          const isLeftOut = isObject(given) && !Object.hasOwn(given, name);
          return isLeftOut ? withJson(seen.answer, change) : seen.answer;
        },
      }),
      witness: () => stepsOf(draft),
    },
  ];
}

/** A request that leaves a member out; undefined where it then breaks a constraint. */
function withoutMember(
  api: ApiModel,
  operation: Operation,
  draft: RequestDraft,
  name: string,
): RequestDraft | undefined {
  const { input = '#' } = operation.resource ?? {};
  const read = readAsSent(api, operation, draft);
  const said = read && valueIn(read, input);
  if (said === undefined) return undefined;
  const bare = (it: Json) => {
    const { [name]: _, ...others } = objectOf(it);
    return others;
  };
  const left = Array.isArray(said) ? (said as readonly Json[]).map(bare) : bare(said);
  const sent = withValueIn(operation, draft, input, left);
  return readAsSent(api, operation, sent)?.breaches.length === 0 ? sent : undefined;
}
