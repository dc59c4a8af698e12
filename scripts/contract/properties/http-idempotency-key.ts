import { createHash } from 'node:crypto';
import type { ApiModel, Operation, Parameter } from '../../model/api-model.ts';
import { resourceOf } from '../../model/resource-of.ts';
import { headerOf, type Exchange } from '../../wire/exchange.ts';
import { isEqual, objectOf, type Json } from '../../base/json.ts';
import { valueAt } from '../../base/json-pointer.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { withOtherBody } from '../flows/other-body.ts';
import { idOfThing } from '../flows/things.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const httpIdempotencyKey: Property = {
  id: 'http.idempotency-key',
  title: 'a request that is sent again with its Idempotency-Key makes no second thing',
  runsAlone: true,
  writes: true,
  unless({ operation }) {
    if (['get', 'head'].includes(operation.method)) return 'the operation makes nothing';
    return keyOf(operation) ? undefined : 'no Idempotency-Key is documented';
  },
  async check({ api, operation, exchange, complain, learnNothing }) {
    const parameter = keyOf(operation);
    const [example] = exampleDrafts(api, operation);
    const draft = parameter && example && withOwnKey(api, operation, parameter, example);
    if (!draft) return learnNothing('no key of our own is allowed');
    const first = await exchange(draft, {});
    const made = idTold(operation, first);
    if (!isSuccess(first) || made === undefined)
      return learnNothing(
        `the first request is answered ${first.response?.status ?? 'not at all'}`,
      );
    const blame = (message: string, again: Exchange) => {
      const other = idTold(operation, again);
      const { status = 0 } = again.response ?? {};
      const isSecond = isSuccess(again) && other !== undefined && !isEqual(other, made);
      const isFailure = status >= 500 && ![501, 503].includes(status);
      if (!isSecond && !isFailure) return;
      const states = 'one Idempotency-Key makes one thing';
      const seen = isSecond
        ? `${shorten(made)} is made first, and ${shorten(other)} by the same key`
        : `the second answer to the key is ${status}`;
      complain({ message, clause: parameter.pointer, states, seen }, again);
    };
    blame('the same request with its key again is carried out again', await exchange(draft, {}));
    const other = withOtherBody(api, operation, draft);
    if (other) blame('a key that has been used makes a second thing', await exchange(other, {}));
  },
};

function keyOf({ parameters }: Operation): Parameter | undefined {
  return parameters.find((it) => it.in === 'header' && it.name.toLowerCase() === 'idempotency-key');
}

/** The request with a key that no other check sends, in a form that is allowed. */
function withOwnKey(
  api: ApiModel,
  operation: Operation,
  parameter: Parameter,
  draft: Draft,
): Draft | undefined {
  const digits = createHash('sha256').update(`idempotency ${operation.id}`).digest('hex');
  const cut = (from: number, to: number) => digits.slice(from, to);
  const uuid = `${cut(0, 8)}-${cut(8, 12)}-4${cut(13, 16)}-a${cut(17, 20)}-${cut(20, 32)}`;
  const others = draft.parameters.filter((it) => it.parameter !== parameter);
  return [uuid, digits.slice(0, 32), digits.slice(0, 16), Number.parseInt(cut(0, 8), 16)]
    .map((value): Draft => ({ ...draft, parameters: [...others, { parameter, value }] }))
    .find((it) => readDraft(api, operation, it).length === 0);
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
