import type { Operation } from '../../model/api-model.ts';
import { headerOf, type Exchange, type WireResponse } from '../../wire/exchange.ts';
import type { Verdict } from '../bench.ts';
import { exampleDrafts } from '../generation/draft.ts';
import type { Property } from '../property.ts';

export const methodHead: Property = {
  id: 'method.head',
  title: 'HEAD is answered as GET is, without content (RFC 9110, sections 9.1 and 9.3.2)',
  ground: 'standard',
  unless({ api, operation: { method, path } }) {
    if (method !== 'get') return 'the operation is no GET';
    const own = api.operations.some((it) => it.path === path && it.method === 'head');
    return own ? 'HEAD is documented, and tested, by itself' : undefined;
  },
  async check({ api, operation, exchange, complain, learnNothing }) {
    const [draft] = exampleDrafts(api, operation);
    if (!draft) return;
    const got = await exchange(draft, {});
    const headed = await exchange(draft, {
      conforming: false,
      rewrite: (request) => ({ ...request, method: 'HEAD' }),
    });
    const get = got.response;
    if (!get || get.status >= 300)
      return learnNothing(`GET is answered ${get?.status ?? 'not at all'}`);
    const judge = (it: Exchange) => judgeHead(operation, get, it);
    complain(judge(headed), headed, judge);
  },
};

function judgeHead(operation: Operation, get: WireResponse, { response: head }: Exchange): Verdict {
  if (!head) return undefined;
  const blame = (seen: string): Verdict => ({
    message: 'HEAD is not answered as GET is',
    clause: operation.pointer,
    states: 'HEAD has the status and the headers of GET',
    seen,
  });
  if (head.status !== get.status) {
    return blame(`GET is answered ${get.status}, and HEAD ${head.status}`);
  }
  const [type, other] = [headerOf(get, 'content-type'), headerOf(head, 'content-type')];
  // Headers that are only known with the content may be left out (RFC 9110, section 9.3.2).
  return other === undefined || type?.toLowerCase() === other.toLowerCase()
    ? undefined
    : blame(`GET has Content-Type ${type ?? 'missing'}, and HEAD ${other}`);
}
