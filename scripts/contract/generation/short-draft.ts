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

/** Whether the description itself says what stands there. */
function isShown(api: ApiModel, { parameter, media, value }: Part): boolean {
  const place = parameter ?? media;
  return place !== undefined && isDocumentedValue(api, place, value);
}

/** Whether a word can stand in a part: an empty variable makes another path. */
function isFor({ parameter }: Part, word: Json): boolean {
  return parameter === undefined || isSendable(parameter, word);
}
