import { isEqual, isObject, objectOf, textOf, type Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { successOf } from '../../model/documented-response.ts';
import { shapeAt } from '../../values/schema-shape.ts';
import { statedDefaults, type StatedDefault } from '../../values/stated-defaults.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Bench } from '../bench.ts';
import { insist } from '../flows/insist.ts';
import { successJson } from '../flows/json-answer.ts';
import { placeIn, withPlace } from '../flows/places.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

/** Milliseconds that a server may take, and by which two of its clocks may disagree. */
const TOLERANCE = 60_000;

export const stateDefaults: Property = {
  id: 'state.defaults',
  title: 'what a request leaves out has its stated default',
  writes: true,
  unless({ api, operation }) {
    const { resource } = operation;
    if (resource?.action !== 'create')
      return 'the operation creates nothing that the API remembers';
    return defaultsShown(api, operation).size > 0
      ? undefined
      : 'its answer shows nothing that has a stated default';
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { api, operation, exchange, learnNothing } = bench;
      const defaults = defaultsShown(api, operation);
      const draft = withoutThem(api, operation, new Set(defaults.keys()));
      if (!draft) return learnNothing('no example can leave out what has a default');
      const answered = await exchange(draft, {});
      const body = successJson(answered);
      if (body === undefined) {
        const { status = 'not at all' } = answered.response ?? {};
        return learnNothing(`the request is answered ${status}`);
      }
      const item = firstOf(valueAt(body, operation.resource?.item ?? '#'));
      for (const [name, usual] of defaults) {
        const shown = isObject(item) ? item[name] : undefined;
        // What is not shown contradicts nothing.
        if (shown !== undefined && blame(bench, name, usual, { shown, answered })) return;
      }
    }),
};

interface Seen {
  readonly shown: Json;
  readonly answered: Exchange;
}

/** Complains where a server shows something else; tells whether it did. */
function blame(
  { complain, timeOf }: Bench,
  name: string,
  { value, at }: StatedDefault,
  { shown, answered }: Seen,
): boolean {
  const now = answered.response ? timeOf(answered.response) : Number.NaN;
  const isMoment = Number.isNaN(now) || Math.abs(Date.parse(textOf(shown)) - now) <= TOLERANCE;
  if (value === undefined ? isMoment : isEqual(value, shown)) return false;
  const wanted = value === undefined ? new Date(now).toISOString() : shorten(value);
  complain(
    {
      message: `"${name}" is left out, and does not have its default`,
      clause: at,
      states: value === undefined ? 'x-default: now' : `default: ${wanted}`,
      seen: `${name} is ${shorten(shown)}, and not ${wanted}`,
    },
    answered,
  );
  return true;
}

/** The stated defaults of what a request may leave out and its answer shows. */
function defaultsShown(api: ApiModel, operation: Operation): ReadonlyMap<string, StatedDefault> {
  const { input = '#', item = '#' } = operation.resource ?? {};
  const said = operation.body?.content[0]?.schema;
  const told = successOf(operation)?.response.content[0]?.schema;
  const { properties } = shapeAt(api.document, told, item);
  const all = statedDefaults(api, said, input);
  return new Map([...all].filter(([name]) => Object.hasOwn(properties, name)));
}

/** An example that leaves them all out; undefined where it then breaks a constraint. */
function withoutThem(
  api: ApiModel,
  operation: Operation,
  names: ReadonlySet<string>,
): Draft | undefined {
  const [example] = exampleDrafts(api, operation);
  const { input = '#' } = operation.resource ?? {};
  const given = example && placeIn(example, input);
  if (!example || given === undefined) return undefined;
  const bare = (it: Json) =>
    Object.fromEntries(Object.entries(objectOf(it)).filter(([name]) => !names.has(name)));
  const said = Array.isArray(given) ? (given as readonly Json[]).map(bare) : bare(given);
  const draft = withPlace(example, operation, input, said);
  return readDraft(api, operation, draft).length === 0 ? draft : undefined;
}

function firstOf(value: Json | undefined): Json | undefined {
  return Array.isArray(value) ? (value as readonly Json[])[0] : value;
}
