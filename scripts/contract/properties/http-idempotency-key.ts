import type { Operation, Parameter } from '../../model/api-model.ts';
import { keyParameterOf } from '../../model/key-parameter.ts';
import { resourceOf } from '../../model/resource-of.ts';
import { headerOf, type Exchange } from '../../wire/exchange.ts';
import { isEqual, objectOf, type Json } from '../../base/json.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import { jsonOrNone } from '../../base/json-text.ts';
import type { Bench } from '../bench.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { listAround, newIn } from '../flows/listing.ts';
import { withOtherBody } from '../flows/other-body.ts';
import { saidIn, thingsAround } from '../flows/own-thing.ts';
import { idOfThing } from '../flows/things.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { withKey } from '../generation/fresh-key.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

/** Of its lifetime, the part after which a key is still known for certain. */
const MOST_OF_IT = 0.9;

export const httpIdempotencyKey: Property = {
  id: 'http.idempotency-key',
  title: 'a request that is sent again with its Idempotency-Key makes no second thing',
  runsAlone: true,
  writes: true,
  unless({ operation }) {
    if (['get', 'head'].includes(operation.method)) return 'the operation makes nothing';
    return keyParameterOf(operation) ? undefined : 'no Idempotency-Key is documented';
  },
  async check(bench) {
    const { api, operation, exchange, learnNothing, passTime } = bench;
    const parameter = keyParameterOf(operation);
    const [shown] = exampleDrafts(api, operation);
    const example = shown && withKey(api, operation, shown);
    if (!parameter || !example) return learnNothing('no key of our own is allowed');
    // It is sent with a key that no other request has, which then comes again.
    const first = await exchange(example, {});
    const draft = withKeyOf(first, parameter, example);
    const made = idTold(operation, first);
    const policy = operation.idempotency;
    if (!isSuccess(first) || !draft || (made === undefined && !policy))
      return learnNothing(
        `the first request is answered ${first.response?.status ?? 'not at all'}`,
      );
    const before = await listAround(bench, draft);
    const again = await exchange(draft, { keepsKey: true });
    judgeAgain(bench, parameter, { first, again });
    const after = before && (await listAround(bench, draft));
    const { acting } = thingsAround(api, operation) ?? {};
    const second = before && after && acting && newIn(before, after, saidIn(acting, draft));
    if (second !== undefined)
      blame(bench, clauseOf(operation, parameter, 'repeated'), again, {
        message: 'the same request with its key again is carried out again',
        seen: `${shorten(second)} is new`,
      });
    const other = withOtherBody(api, operation, draft);
    if (other) judgeOther(bench, parameter, made, await exchange(other, { keepsKey: true }));
    if (!policy || !passTime) return;
    await passTime(Math.floor(policy.lifetime * MOST_OF_IT) * 1000);
    judgeAgain(bench, parameter, { first, again: await exchange(draft, { keepsKey: true }) });
  },
};

/** The request with the key that another has come with. */
function withKeyOf({ request }: Exchange, parameter: Parameter, draft: Draft): Draft | undefined {
  const sent = headerOf(request, parameter.name);
  if (sent === undefined) return undefined;
  const parameters = draft.parameters.map((it) =>
    it.parameter === parameter
      ? { parameter, value: typeof it.value === 'number' ? Number(sent) : sent }
      : it,
  );
  return { ...draft, parameters };
}

function judgeAgain(
  bench: Bench,
  parameter: Parameter,
  { first, again }: { readonly first: Exchange; readonly again: Exchange },
): void {
  const { operation } = bench;
  const clause = clauseOf(operation, parameter, 'repeated');
  const message = 'the same request with its key again is carried out again';
  const fault = carriedOut(operation, idTold(operation, first), again);
  if (fault !== undefined) return blame(bench, clause, again, { message, seen: fault });
  const { repeated } = operation.idempotency ?? {};
  const { status } = again.response ?? {};
  if (repeated === undefined || status === undefined) return;
  const wanted = repeated === 'replayed' ? first.response?.status : repeated;
  if (status !== wanted) {
    const seen = `the first answer is ${first.response?.status}, and the second ${status}`;
    const states = `x-idempotency: repeated: ${repeated}`;
    return blame(bench, clause, again, { message: 'a key is answered otherwise', seen, states });
  }
  const [one, two] = [first, again].map((it) => jsonOrNone(it.response?.body ?? ''));
  if (repeated !== 'replayed' || isEqual(one ?? null, two ?? null)) return;
  const seen = `it is ${shorten(one ?? null)}, and then ${shorten(two ?? null)}`;
  blame(bench, clause, again, { message: 'a key is not answered as the first time', seen });
}

function judgeOther(
  bench: Bench,
  parameter: Parameter,
  made: Json | undefined,
  other: Exchange,
): void {
  const { operation } = bench;
  const clause = clauseOf(operation, parameter, 'mismatched');
  const message = 'a key that has been used makes a second thing';
  const fault = carriedOut(operation, made, other);
  if (fault !== undefined) return blame(bench, clause, other, { message, seen: fault });
  const { mismatched } = operation.idempotency ?? {};
  const { status } = other.response ?? {};
  if (mismatched === undefined || status === undefined || status === mismatched) return;
  const seen = `the answer to a key with another request is ${status}`;
  const states = `x-idempotency: mismatched: ${mismatched}`;
  blame(bench, clause, other, { message: 'a key with another request is let pass', seen, states });
}

/** What shows that a request has been carried out, or has failed, though its key has come before. */
function carriedOut(
  operation: Operation,
  made: Json | undefined,
  again: Exchange,
): string | undefined {
  const other = idTold(operation, again);
  const { status = 0 } = again.response ?? {};
  if (isSuccess(again) && made !== undefined && other !== undefined && !isEqual(other, made))
    return `${shorten(made)} is made first, and ${shorten(other)} by the same key`;
  const isFailure = status >= 500 && ![501, 503].includes(status);
  return isFailure ? `the second answer to the key is ${status}` : undefined;
}

function clauseOf(
  { idempotency, pointer }: Operation,
  parameter: Parameter,
  name: 'repeated' | 'mismatched',
): Pointer {
  return idempotency ? append(pointer, 'x-idempotency', name) : parameter.pointer;
}

function blame(
  { complain }: Bench,
  clause: Pointer,
  again: Exchange,
  { message, seen, states }: { message: string; seen: string; states?: string },
): void {
  complain(
    { message, clause, states: states ?? 'one Idempotency-Key makes one thing', seen },
    again,
  );
}

/** What an answer says that it has made; undefined where it names nothing. */
function idTold(operation: Operation, answered: Exchange): Json | undefined {
  const body = successJson(answered);
  const policy = resourceOf(operation);
  const item = body === undefined ? undefined : valueAt(body, policy?.item ?? '#');
  const id =
    item !== undefined && policy?.key !== undefined
      ? idOfThing(policy, item)
      : objectOf(item)['id'];
  return id ?? (answered.response && headerOf(answered.response, 'location'));
}
