import { responseFor } from '../../model/documented-response.ts';
import type { Operation } from '../../model/api-model.ts';
import { headerOf, type Exchange, type WireResponse } from '../../wire/exchange.ts';
import type { Bench, Verdict } from '../bench.ts';
import { conditionClause, isEntityTag, isSameTag, withoutWeakness } from '../flows/entity-tags.ts';
import { isExample } from '../flows/is-example.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { exampleDrafts, type Draft } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';
import { withHeader } from './with-header.ts';

/** An entity tag that nothing has. */
const NO_TAG = '"kiln-has-never-seen-this"';

export const httpConditional: Property = {
  id: 'http.conditional',
  title: 'who has what an ETag names is not sent it again (RFC 9110, sections 8.8.3 and 13.1.2)',
  ground: 'standard',
  unless: ({ operation }) => (operation.method === 'get' ? undefined : 'the operation is no GET'),
  async check(bench) {
    const { api, operation, exchange, complain, learnNothing } = bench;
    const [draft] = exampleDrafts(api, operation);
    if (!draft) return;
    const got = await exchange(draft, {});
    if (!isSuccess(got) || !got.response)
      return learnNothing(`GET is answered ${got.response?.status ?? 'not at all'}`);
    const judgeTag = (it: Exchange) => judgeStated(operation, it);
    if (operation.conditional && judgeTag(got)) return complain(judgeTag(got), got, judgeTag);
    const tag = headerOf(got.response, 'etag');
    if (tag === undefined) return learnNothing('no answer has an ETag');
    // Of what has no content there is nothing to spare.
    if (got.response.status !== 200) return learnNothing(`GET is answered ${got.response.status}`);
    if (isExample(api, responseFor(operation, 200), 'etag', tag))
      return learnNothing('the ETag is that of the example');
    if (!isEntityTag(tag)) {
      complain(
        {
          message: 'ETag is no entity tag',
          ...conditionClause(operation, 'etag'),
          states: 'an entity tag stands in quotation marks',
          seen: `ETag: ${shorten(tag)}`,
        },
        got,
      );
      return;
    }
    await tryConditions(bench, draft, tag, got.response);
  },
};

/** Asks with the tag alone, as one of several, as a weak one where that is stated, and with another. */
async function tryConditions(
  { operation, exchange, complain }: Bench,
  draft: Draft,
  tag: string,
  got: WireResponse,
): Promise<void> {
  const isHonoured = operation.conditional?.ifNoneMatch !== undefined;
  const others = isHonoured ? [`${NO_TAG}, ${tag}`, `W/${withoutWeakness(tag)}`, '*'] : [];
  for (const field of [tag, ...others]) {
    const again = await exchange(draft, {
      conforming: false,
      rewrite: (request) => withHeader(request, 'if-none-match', field),
    });
    const judge = (it: Exchange) => judgeAgain(operation, { tag, field, got }, it);
    complain(judge(again), again, judge);
    if (judge(again)) return;
  }
  const strange = await exchange(draft, {
    conforming: false,
    rewrite: (request) => withHeader(request, 'if-none-match', NO_TAG),
  });
  const judge = (it: Exchange) => judgeOther(operation, it);
  complain(judge(strange), strange, judge);
}

/** What `x-conditional` says of the tag of each answer. */
function judgeStated(operation: Operation, { response }: Exchange): Verdict {
  const { conditional } = operation;
  if (!conditional || response?.status !== 200) return undefined;
  const tag = headerOf(response, 'etag');
  const isRight = tag !== undefined && (conditional.etag === 'weak') === tag.startsWith('W/');
  return isRight
    ? undefined
    : {
        message: tag === undefined ? 'no ETag' : 'ETag compares otherwise',
        ...conditionClause(operation, 'etag'),
        states: `x-conditional: etag: ${conditional.etag}`,
        seen: `ETag: ${tag === undefined ? 'missing' : shorten(tag)}`,
      };
}

interface Asked {
  readonly tag: string;
  /** What `If-None-Match` says. */
  readonly field: string;
  /** What the tag came with. */
  readonly got: WireResponse;
}

/** What has changed meanwhile has another tag; whoever is refused has learned nothing. */
function judgeAgain(
  operation: Operation,
  { tag, field, got }: Asked,
  { response }: Exchange,
): Verdict {
  if (!response) return undefined;
  const blame = (message: string, seen: string): Verdict => ({
    message,
    ...conditionClause(operation, 'ifNoneMatch'),
    states: 'GET with If-None-Match of its own ETag is answered 304',
    seen: `If-None-Match: ${shorten(field)}, and ${seen}`,
  });
  if (response.status === 304) {
    if (response.body !== '')
      return blame('304 has content', `304 comes with ${shorten(response.body)}`);
    const isTagged = headerOf(response, 'etag') !== undefined;
    return isTagged || !operation.conditional
      ? undefined
      : blame('304 has no ETag', '304 has none');
  }
  if (response.status >= 500 && ![501, 503].includes(response.status))
    return blame('If-None-Match makes GET fail', `the answer is ${response.status}`);
  if (response.status < 200 || response.status > 299) return undefined;
  if (isSameTag(response, tag))
    return blame('what the client has is sent again', `${response.status} has that ETag`);
  return operation.conditional && response.body === got.body
    ? blame('ETag changes though nothing else does', `${response.status} has the same content`)
    : undefined;
}

/** Nobody can know that a client has something by a tag that the server has never given. */
function judgeOther(operation: Operation, { response }: Exchange): Verdict {
  if (response?.status !== 304) return undefined;
  return {
    message: 'what the client does not have is not sent',
    ...conditionClause(operation, 'ifNoneMatch'),
    states: 'GET with If-None-Match of another tag is answered with what there is',
    seen: `If-None-Match: ${NO_TAG}, and the answer is 304`,
  };
}
