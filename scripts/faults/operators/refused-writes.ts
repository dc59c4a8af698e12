import { arrayOf, isObject, objectOf, type Json } from '../../base/json.ts';
import { tokensOf, valueAt } from '../../base/json-pointer.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { likelyBody, toRefused } from '../answer-parts.ts';
import { exampleRequest, readAsSent } from '../example-request.ts';
import { eachBrokenRequest } from '../site-requests.ts';
import type { Deviation, Operator, RequestDraft, Sent, WitnessStep } from '../operator.ts';
import { doing, listing, madeAnd, type Remembering } from '../remembered-things.ts';
import { readSent, valueIn, withBytes } from '../request-parts.ts';
import { placesOf } from './state.ts';

/** Operators on what becomes of a write that is refused. */
export const REFUSED_WRITE_OPERATORS: readonly Operator[] = (
  [
    ['create', 'refused-thing-kept', 'keeps what it refuses to make'],
    ['update', 'refused-change-kept', 'makes a change that it refuses'],
  ] as const
).map(([action, id, title]): Operator => ({
  id,
  class: 'state',
  difficulty: 2,
  title,
  // Who is refused sees nothing of it.
  changes: 'body',
  places: (api, operation) =>
    placesOf(api, operation, action, (writing) => ({
      deviate: () => carryingOut(api, operation),
      witness: () => (action === 'create' ? refusedCreation(writing) : refusedChange(writing)),
    })),
}));

/** What breaks the description is carried out, as far as it does not, and refused. */
function carryingOut(api: ApiModel, operation: Operation): Deviation {
  const mendedOnes = new WeakSet<Sent>();
  return {
    before(sent) {
      const mended = mend(api, operation, sent);
      if (!mended) return sent;
      mendedOnes.add(sent);
      return mended;
    },
    after: (seen) =>
      mendedOnes.has(seen.sent) && seen.refused === undefined
        ? toRefused(api, operation, seen, 'invalid')
        : seen.answer,
  };
}

/** The request with what the example says in place of what is wrong; undefined where nothing is, or it stays so. */
function mend(api: ApiModel, operation: Operation, sent: Sent): Sent | undefined {
  const read = readSent(api, operation, sent);
  const draft = exampleRequest(api, operation);
  const example = jsonOrNone(draft?.body ?? '');
  if (!read || example === undefined || read.content !== 'json' || read.breaches.length === 0)
    return undefined;
  if (read.breaches.some(({ part }) => part !== 'body')) return undefined;
  const wrong = new Set(read.breaches.map(({ instance }) => tokensOf(`#${instance}`)[0] ?? ''));
  const mended = mendBody(read.body ?? null, example, wrong);
  const told = withBytes(sent, Buffer.from(JSON.stringify(mended)));
  return readSent(api, operation, told)?.breaches.length === 0 ? told : undefined;
}

function mendBody(body: Json, example: Json, wrong: ReadonlySet<string>): Json {
  if (!isObject(body)) return example;
  const right = Object.entries(body).filter(([name]) => !wrong.has(name));
  return { ...objectOf(example), ...Object.fromEntries(right) };
}

/** A request that breaks something and says something else rightly, which `names` are shown of. */
function brokenBody(
  { api, operation }: Remembering,
  names: readonly string[],
): RequestDraft | undefined {
  const isTelling = (it: RequestDraft) => {
    const { breaches = [] } = readAsSent(api, operation, it) ?? {};
    const wrong = new Set(breaches.map(({ instance }) => tokensOf(`#${instance}`)[0] ?? ''));
    const said = Object.keys(objectOf(jsonOrNone(it.body ?? '')));
    // What says nothing rightly cannot be known again.
    const isKnown = said.some((name) => !wrong.has(name) && names.includes(name));
    return breaches.every(({ part }) => part === 'body') && isKnown;
  };
  for (const draft of eachBrokenRequest(api, operation)) if (isTelling(draft)) return draft;
  return undefined;
}

/** The list as it was, a creation that is refused, and the list after it. */
function refusedCreation(creating: Remembering): readonly WitnessStep[] {
  const { api, resource } = creating;
  const list = listing(creating);
  // What the client names itself may be there already, and a condition may leave it out.
  if (!list || resource.id !== undefined || (resource.input ?? '#') !== '#') return [];
  const read = readAsSent(api, list.operation, list.draft);
  const { items = '#', filter } = list.resource;
  if (!read || (filter !== undefined && valueIn(read, filter) !== undefined)) return [];
  const [item] = arrayOf(valueAt(likelyBody(api, list.operation) ?? null, items));
  const broken = brokenBody(creating, Object.keys(objectOf(item)));
  return broken ? [{ send: list.draft }, { send: broken }, { send: list.draft }] : [];
}

/** A thing is made, a change of it is refused, and it is read. */
function refusedChange(changing: Remembering): readonly WitnessStep[] {
  const creator = doing(changing, 'create');
  const reader = doing(changing, 'read');
  const likely = reader && likelyBody(reader.api, reader.operation);
  const shown = objectOf(valueAt(likely ?? null, reader?.resource.item ?? '#'));
  const broken = brokenBody(changing, Object.keys(shown));
  const said = objectOf(jsonOrNone(broken?.body ?? ''));
  if (!creator || !reader || !broken) return [];
  // What was made and what is refused say the same unless something is another.
  const other = Object.entries(said).map(([name, value]) => [name, otherThan(value)]);
  const draft = { ...broken, body: JSON.stringify(Object.fromEntries(other)) };
  return madeAnd(creator, { ...changing, draft }, reader);
}

function otherThan(value: Json): Json {
  if (typeof value === 'boolean') return !value;
  if (typeof value === 'number') return value + 1;
  const isPlain = typeof value === 'string' && value.length > 2 && !/^\d/.test(value);
  return isPlain ? `${value.slice(0, -1)}~` : value;
}
