import type { ApiModel, Operation } from '../model/api-model.ts';
import { perOperation } from '../model/per-operation.ts';
import { append, type Pointer } from '../base/json-pointer.ts';
import { likelyBody, successContent } from './answer-parts.ts';
import { sitesOf, type SchemaSite } from './schema-sites.ts';

/** A constraint on what an operation answers when all is well. */
interface AnswerSite extends SchemaSite {
  /** Names it among those of the answer: `/events/maxItems`. */
  readonly at: string;
  readonly clause: Pointer;
}

/** The constraints by one keyword of the JSON that an operation gives when all is well. */
export function answerSitesOf(
  { document }: ApiModel,
  operation: Operation,
  keyword: string,
): readonly AnswerSite[] {
  const root = successContent(operation)?.schema;
  if (root === undefined) return [];
  return sitesOf(document, root).flatMap((site) =>
    site.schema[keyword] === undefined
      ? []
      : [
          {
            ...site,
            at: `/${[...site.path, keyword].join('/')}`,
            clause: append(site.pointer, keyword),
          },
        ],
  );
}

/** Characters of that JSON; none where nothing says what it looks like. */
export const sizeOfAnswer = perOperation((api, operation): number => {
  const likely = likelyBody(api, operation);
  return likely === undefined ? 0 : JSON.stringify(likely).length;
});
