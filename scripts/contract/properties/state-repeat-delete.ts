import type { Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Verdict } from '../bench.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { thingsAround } from '../flows/own-thing.ts';
import { aboutThing, createThing } from '../flows/things.ts';
import type { Property } from '../property.ts';

export const stateRepeatDelete: Property = {
  id: 'state.repeat-delete',
  title: 'to delete what is deleted is no failure (RFC 9110, section 9.2.2)',
  ground: 'standard',
  runsAlone: true,
  writes: true,
  unless({ api, operation }) {
    if (operation.method !== 'delete') return 'the operation is no DELETE';
    const kind = thingsAround(api, operation);
    if (kind?.acting.policy.action !== 'delete')
      return 'the operation deletes nothing that the API remembers';
    return kind.creator ? undefined : `no operation creates a ${kind.acting.policy.name}`;
  },
  async check(bench) {
    const { api, operation, exchange, complain, learnNothing } = bench;
    const { acting, creator } = thingsAround(api, operation) ?? {};
    const thing = creator && (await createThing(bench, creator, `${operation.id} repeat`));
    const deletion = acting && thing && aboutThing(api, acting, thing);
    if (!deletion) return learnNothing('nothing could be created to delete');
    const first = await exchange(deletion, {});
    if (!isSuccess(first))
      return learnNothing(`the deletion is answered ${first.response?.status ?? 'not at all'}`);
    const again = await exchange(deletion, {});
    const judge = (it: Exchange) => judgeRepeat(operation, it);
    complain(judge(again), again, judge);
  },
};

/** What is gone may be not found, or gone again; whoever is not available says nothing. */
function judgeRepeat(operation: Operation, { response }: Exchange): Verdict {
  const { status = 0 } = response ?? {};
  if (status < 500 || [501, 503].includes(status)) return undefined;
  return {
    message: 'the same DELETE again is a failure',
    clause: operation.pointer,
    states: 'DELETE twice is as good as once',
    seen: `the second time the answer is ${status}`,
  };
}
