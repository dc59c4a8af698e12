import * as fc from 'fast-check';
import { isObject, textOf, type Json } from '../../base/json.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';
import { richDrafts } from './broken-draft.ts';
import { partsOf, type Part } from './change.ts';
import { isDocumentedValue } from './documented-draft.ts';
import { exampleDrafts, validDraft, type Draft } from './draft.ts';
import { perOperation } from '../../model/per-operation.ts';
import { isSendable } from './sendable.ts';
import { withEach } from './with-each.ts';

/** Words that any text may be, and that programs take for nothing, a number, or a name that is not there. */
const WORDS = ['', '0', 'null', 'a'];

/**
 * Requests whose texts are as short as the schema has them, where the description shows none: plain ones, one that says
 * all that may be said, and plain ones with other kinds of bodies.
 */
export const shortDrafts = perOperation((api, operation): readonly Draft[] => {
  const [plain] = exampleDrafts(api, operation);
  if (!plain) return [];
  const withWord = (draft: Draft, word: string): Draft | readonly Draft[] => {
    const parts = partsOf(operation, draft).filter((it) => !isShown(api, it) && isFor(it, word));
    return withEach(api, draft, parts, word) ?? [];
  };
  const [shortest = ''] = WORDS;
  const full = richDrafts(api, operation).at(-1);
  const others = full === plain || !full ? [] : [full];
  return [
    ...WORDS.flatMap((word) => withWord(plain, word)),
    ...[...others, ...otherBodies(api, operation, plain)].flatMap((it) => withWord(it, shortest)),
  ];
});

/** Generated bodies among which others are looked for, and how many others there may be. */
const SAMPLES = 16;
const MOST_OTHERS = 2;

/** A plain request with other kinds of bodies: those that have other members, or say that they are of another type. */
function otherBodies(api: ApiModel, operation: Operation, plain: Draft): readonly Draft[] {
  if (!plain.body || plain.body.file) return [];
  const kinds = new Map([[kindOf(plain.body.value), plain]]);
  for (const { body } of fc.sample(validDraft(api, operation), { seed: 3, numRuns: SAMPLES })) {
    if (body?.mediaType !== plain.body.mediaType || kinds.size > MOST_OTHERS) continue;
    const kind = kindOf(body.value);
    if (!kinds.has(kind)) kinds.set(kind, { ...plain, body });
  }
  return [...kinds.values()].slice(1);
}

/** What a body says that it is: by a word of its own, else by what it has. */
function kindOf(value: Json): string {
  if (!isObject(value)) return Array.isArray(value) ? 'array' : typeof value;
  const { type, kind } = value;
  const said = [type, kind].find((it) => typeof it === 'string');
  return said === undefined ? Object.keys(value).toSorted().join(' ') : textOf(said);
}

/** What every path can have, and is hardly an id: a word, and a number of 32 bits. */
const WORD = '0';
const NUMBER = 2_147_483_646;

/** A plain request about what is not there, by a word where its path takes one; undefined where it takes none. */
export const strayDraft = perOperation((api, operation) => astray(api, operation, [WORD]));

/** The same by a number where its path takes no word. */
export const missingDraft = perOperation((api, operation) =>
  astray(api, operation, [WORD, NUMBER]),
);

function astray(
  api: ApiModel,
  operation: Operation,
  values: readonly (string | number)[],
): Draft | undefined {
  const [plain] = exampleDrafts(api, operation);
  if (!plain) return undefined;
  const inPath = partsOf(operation, plain).filter(({ parameter }) => parameter?.in === 'path');
  const draft = values.reduce((made, value) => {
    const parts = inPath.filter((it) => isFor(it, value));
    return withEach(api, made, parts, value) ?? made;
  }, plain);
  return draft === plain ? undefined : { ...draft, isStray: true };
}

/** Whether the description itself says what stands there. */
function isShown(api: ApiModel, { parameter, media, value }: Part): boolean {
  const place = parameter ?? media;
  return place !== undefined && isDocumentedValue(api, place, value);
}

/** Whether a word can stand in a part: an empty variable makes another path. */
function isFor({ parameter }: Part, word: Json): boolean {
  return parameter === undefined || isSendable(parameter, word);
}
