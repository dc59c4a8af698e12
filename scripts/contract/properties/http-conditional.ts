import type { Operation } from '../../model/api-model.ts';
import { headerOf, type Exchange, type WireResponse } from '../../wire/exchange.ts';
import type { Verdict } from '../bench.ts';
import { responseFor } from '../../model/documented-response.ts';
import { isExample } from '../flows/is-example.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';
import { withHeader } from './with-header.ts';

/** An entity tag (RFC 9110, section 8.8.3). */
const TAG = /^(?:W\/)?"[\u0021\u0023-\u007e\u0080-\u00ff]*"$/;

export const httpConditional: Property = {
  id: 'http.conditional',
  title: 'who has what an ETag names is not sent it again (RFC 9110, sections 8.8.3 and 13.1.2)',
  ground: 'standard',
  unless: ({ operation }) => (operation.method === 'get' ? undefined : 'the operation is no GET'),
  async check({ api, operation, exchange, complain, learnNothing }) {
    const [draft] = exampleDrafts(api, operation);
    if (!draft) return;
    const got = await exchange(draft, {});
    if (!isSuccess(got) || !got.response)
      return learnNothing(`GET is answered ${got.response?.status ?? 'not at all'}`);
    const tag = headerOf(got.response, 'etag');
    if (tag === undefined) return learnNothing('no answer has an ETag');
    // Of what has no content there is nothing to spare.
    if (got.response.status !== 200) return learnNothing(`GET is answered ${got.response.status}`);
    if (isExample(api, responseFor(operation, 200), 'etag', tag))
      return learnNothing('the ETag is that of the example');
    if (!TAG.test(tag)) {
      complain(
        {
          message: 'ETag is no entity tag',
          clause: operation.pointer,
          states: 'an entity tag stands in quotation marks',
          seen: `ETag: ${shorten(tag)}`,
        },
        got,
      );
      return;
    }
    const again = await exchange(draft, {
      conforming: false,
      rewrite: (request) => withHeader(request, 'if-none-match', tag),
    });
    const judge = (it: Exchange) => judgeAgain(operation, tag, it);
    complain(judge(again), again, judge);
  },
};

/** What has changed meanwhile has another tag; whoever is refused has learned nothing. */
function judgeAgain(operation: Operation, tag: string, { response }: Exchange): Verdict {
  if (!response) return undefined;
  const blame = (message: string, seen: string): Verdict => ({
    message,
    clause: operation.pointer,
    states: 'GET with If-None-Match of its own ETag is answered 304',
    seen: `If-None-Match: ${shorten(tag)}, and ${seen}`,
  });
  if (response.status === 304)
    return response.body === ''
      ? undefined
      : blame('304 has content', `304 comes with ${shorten(response.body)}`);
  if (response.status >= 500 && ![501, 503].includes(response.status))
    return blame('If-None-Match makes GET fail', `the answer is ${response.status}`);
  return response.status >= 200 && response.status < 300 && isSameTag(response, tag)
    ? blame('what the client has is sent again', `${response.status} has that ETag`)
    : undefined;
}

/** By weak comparison, as If-None-Match asks for (RFC 9110, section 8.8.3.2). */
function isSameTag(response: WireResponse, tag: string): boolean {
  return withoutWeakness(headerOf(response, 'etag') ?? '') === withoutWeakness(tag);
}

function withoutWeakness(tag: string): string {
  return tag.replace(/^W\//, '');
}
