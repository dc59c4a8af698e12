import type { Json } from '../../base/json.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { partsOf, type Part } from './change.ts';
import { isDocumentedValue } from './documented-draft.ts';
import { exampleDrafts, type Draft } from './draft.ts';
import { perOperation } from './per-operation.ts';
import { isSendable } from './sendable.ts';
import { withEach } from './with-each.ts';

/** Words that any text may be, and that programs take for nothing, a number, or a name that is not there. */
const WORDS = ['', '0', 'null', 'a'];

/** Plain requests whose texts are as short as the schema has them, where the description shows none. */
export const shortDrafts = perOperation((api, operation): readonly Draft[] => {
  const [plain] = exampleDrafts(api, operation);
  if (!plain) return [];
  const parts = partsOf(operation, plain).filter((it) => !isShown(api, it));
  return WORDS.flatMap(
    (word) =>
      withEach(
        api,
        plain,
        parts.filter((it) => isFor(it, word)),
        word,
      ) ?? [],
  );
});

/** A word that every path can have, and that is hardly an id. */
const STRAY = '0';

/** A plain request about what is not there, by a word where its path takes one; undefined where it takes none. */
export const strayDraft = perOperation((api, operation): Draft | undefined => {
  const [plain] = exampleDrafts(api, operation);
  if (!plain) return undefined;
  const inPath = partsOf(operation, plain).filter(({ parameter }) => parameter?.in === 'path');
  const draft = withEach(
    api,
    plain,
    inPath.filter((it) => isFor(it, STRAY)),
    STRAY,
  );
  return draft && { ...draft, isStray: true };
});

/** Whether the description itself says what stands there. */
function isShown(api: ApiModel, { parameter, media, value }: Part): boolean {
  const place = parameter ?? media;
  return place !== undefined && isDocumentedValue(api, place, value);
}

/** Whether a word can stand in a part: an empty variable makes another path. */
function isFor({ parameter }: Part, word: Json): boolean {
  return parameter === undefined || isSendable(parameter, word);
}
