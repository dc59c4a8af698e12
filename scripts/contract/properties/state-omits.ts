import { arrayOf, type Json } from '../../base/json.ts';
import { append, valueAt } from '../../base/json-pointer.ts';
import { needsThing, prepareWrite } from '../flows/asking.ts';
import { insist } from '../flows/insist.ts';
import { isSuccess, successJson } from '../flows/json-answer.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';

export const stateOmits: Property = {
  id: 'state.omits',
  title: 'an answer leaves out what its operation does not show',
  writes: true,
  unless({ api, operation }) {
    const isStated = operation.resource?.omits !== undefined;
    return isStated
      ? needsThing(api, operation)
      : 'nothing says that its answer leaves something out';
  },
  check: (all) =>
    insist(all, async (bench) => {
      const { operation, exchange, complain, learnNothing } = bench;
      const asked = await prepareWrite(bench, 'omits');
      if (!asked) return learnNothing('nothing could be created');
      const answered = await exchange(asked.draft, {});
      const body = successJson(answered);
      if (!isSuccess(answered) || body === undefined)
        return learnNothing(`it is answered ${answered.response?.status}`);
      const { omits = [], item = '#', items, name } = operation.resource ?? {};
      const told: readonly Json[] =
        items === undefined ? [valueAt(body, item) ?? null].flat() : arrayOf(valueAt(body, items));
      for (const [index, at] of omits.entries()) {
        const shown = told.map((it) => valueAt(it, at)).find((it) => it !== undefined);
        if (shown === undefined) continue;
        complain(
          {
            message: `the answer shows ${at} of the ${name}, and the operation leaves it out`,
            clause: append(operation.pointer, 'x-resource', 'omits', index),
            states: `omits: ${at}`,
            seen: `${at} is ${shorten(shown)}`,
          },
          answered,
        );
      }
    }),
};
