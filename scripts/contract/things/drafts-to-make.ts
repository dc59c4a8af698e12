import * as fc from 'fast-check';
import { isObject, type Json } from '../../base/json.ts';
import { append, withValueAt, type Pointer } from '../../base/json-pointer.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { readDraft } from '../generation/broken-draft.ts';
import { exampleDrafts, validDraft, type Draft } from '../generation/draft.ts';
import { wordOf } from '../unstated/words.ts';

/** Texts of a body that are looked at. */
const MOST = 12;

/**
 * Requests that may make a thing, one after the other until one does. Names are often taken: all but the very
 * first have texts of their own, as far as these stay valid; one has words alone, for a name is rarely any text. One
 * that has made a thing before comes first: a server may want more than its description says.
 */
export function draftsToMake(
  api: ApiModel,
  maker: Operation,
  time: number,
  known?: Draft,
): readonly Draft[] {
  const [example] = exampleDrafts(api, maker);
  const [made] = fc.sample(validDraft(api, maker), { seed: time, numRuns: 1 });
  const mark = `k${time}`;
  const marked = (text: string) =>
    text.includes('://') ? [] : [`${mark}${text}`, `${mark}${text.slice(mark.length)}`];
  const own = [
    example && withTexts(api, maker, example, marked),
    example && withOwnWords(api, maker, example, time),
    made && withTexts(api, maker, made, marked),
  ].filter((it) => it !== undefined);
  const again = known ? [withOwnWords(api, maker, known, time), known] : [];
  return [...again, ...(time === 0 && example ? [example] : []), ...own];
}

/** A draft whose body has a word of its own for each text, another for each number, as far as it stays valid. */
export function withOwnWords(api: ApiModel, maker: Operation, draft: Draft, number: number): Draft {
  const word = (_: string, at: number) => [wordOf(FIRST_WORD + number * MOST + at, WORD)];
  return withTexts(api, maker, draft, word);
}

/** Letters of a word that serves as a name almost anywhere, and the number of the first. */
const WORD = 8;
const FIRST_WORD = 300;

/** A draft with other texts in its body, the first of several that is valid for each. */
function withTexts(
  api: ApiModel,
  maker: Operation,
  draft: Draft,
  othersOf: (text: string, at: number) => readonly string[],
): Draft {
  if (!draft.body || draft.body.file) return draft;
  return textsIn(draft.body.value, '#')
    .slice(0, MOST)
    .reduce((own, [at, text], index) => {
      const { body } = own;
      if (!body) return own;
      const choices = othersOf(text, index).map((it) => ({
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
