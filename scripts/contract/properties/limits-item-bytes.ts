import * as fc from 'fast-check';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { arrayOf, isObject, type Json } from '../../base/json.ts';
import { valueAt, withValueAt } from '../../base/json-pointer.ts';
import { limitPointer } from '../../model/limit-pointer.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { bytesOf, isWithinLimits } from '../generation/within-limits.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { judgeAccepted } from '../judges/accepted.ts';
import { judgeRefusedAs } from '../judges/refused-as.ts';
import type { Property } from '../property.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

export const limitsItemBytes: Property = {
  id: 'limits.item-bytes',
  title: 'an item of as many bytes as documented is accepted, and one more byte is refused',
  unless({ api, operation }) {
    const { itemBytes, itemsAt } = operation.limits;
    if (itemBytes === undefined || itemsAt === undefined) return 'no size of an item is documented';
    const status = statusOfRefusal(operation, 'tooLarge');
    if (status < 400) return `a larger item is documented to be answered ${status}`;
    return sized(api, operation, itemBytes)
      ? undefined
      : 'no example can be stretched to that size';
  },
  async check({ api, operation, target, falsify }) {
    const { itemBytes = 0 } = operation.limits;
    for (const size of [itemBytes - 1, itemBytes]) {
      const draft = sized(api, operation, size);
      if (!draft) continue;
      await falsify({
        drafts: fc.constant(draft),
        runs: 1,
        judge: (exchange) => judgeAccepted(api, target, operation, exchange, true),
      });
    }
    const large = sized(api, operation, itemBytes + 1);
    if (!large) return;
    await falsify({
      drafts: fc.constant(large),
      runs: 1,
      judge: (exchange) =>
        judgeRefusedAs(api, operation, exchange, {
          kinds: ['tooLarge', 'invalid'],
          what: `an item of ${itemBytes + 1} bytes`,
          clause: limitPointer(api, operation, 'itemBytes'),
        }),
    });
  },
};

/** A valid request with one item of exactly this size; undefined where no example can be stretched. */
function sized(api: ApiModel, operation: Operation, size: number): Draft | undefined {
  const { itemBytes = 0, itemsAt = '#' } = operation.limits;
  for (const draft of exampleDrafts(api, operation)) {
    const { body } = draft;
    const [item] = arrayOf(body && valueAt(body.value, itemsAt));
    if (!body || item === undefined) continue;
    for (const stretched of stretch(item, size)) {
      const value = withValueAt(body.value, itemsAt, [stretched]);
      const whole = { ...draft, body: { ...body, value } };
      const isFit = size > itemBytes || isWithinLimits(operation, whole);
      if (isFit && readDraft(api, operation, whole).length === 0) return whole;
    }
  }
  return undefined;
}

/** Items of a size: by a property that an open object may have, or by a longer text. */
function* stretch(item: Json, size: number): Generator<Json> {
  if (!isObject(item)) return;
  const names = ['kilnPadding', ...Object.keys(item)];
  for (const name of names) {
    const own = item[name] ?? '';
    if (typeof own !== 'string') continue;
    const missing = size - bytesOf({ ...item, [name]: own });
    if (missing >= 0) yield { ...item, [name]: own + 'x'.repeat(missing) };
  }
}
