import * as fc from 'fast-check';
import { isObject, type Json } from '../../base/json.ts';
import { append, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { exampleDrafts, validDraft, type Draft } from '../generation/draft.ts';

/** Texts of a body that are looked at. */
const MOST = 12;

/**
 * Requests that may make a thing, one after the other until one does. Names are often taken: all but the very
 * first have texts of their own, as far as these stay valid.
 */
export function draftsToMake(api: ApiModel, maker: Operation, time: number): readonly Draft[] {
  const [example] = exampleDrafts(api, maker);
  const [made] = fc.sample(validDraft(api, maker), { seed: time, numRuns: 1 });
  const own = [example, made].flatMap((it) => (it ? [withOwnTexts(api, maker, it, time)] : []));
  return time === 0 && example ? [example, ...own] : own;
}

function withOwnTexts(api: ApiModel, maker: Operation, draft: Draft, time: number): Draft {
  if (!draft.body || draft.body.file) return draft;
  const mark = `k${time}`;
  return textsIn(draft.body.value, '#')
    .slice(0, MOST)
    .reduce((own, [at, text]) => {
      const { body } = own;
      if (!body || text.includes('://')) return own;
      const choices = [`${mark}${text}`, `${mark}${text.slice(mark.length)}`].map((it) => ({
        ...own,
        body: { ...body, value: withValueAt(body.value, at, it) },
      }));
      return choices.find((it) => readDraft(api, maker, it).length === 0) ?? own;
    }, draft);
}

/** The texts of a value, the outermost first. */
function textsIn(value: Json, at: Pointer): readonly (readonly [Pointer, string])[] {
  if (typeof value === 'string') return [[at, value]];
  if (!isObject(value)) return [];
  return Object.entries(value)
    .flatMap(([name, it]) => textsIn(it, append(at, name)))
    .toSorted(([one], [other]) => one.split('/').length - other.split('/').length);
}
