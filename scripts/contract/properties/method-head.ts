import { headerOf } from '../../wire/exchange.ts';
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
    const [get, head] = [got.response, headed.response];
    // What is counted or changes by itself may be answered otherwise the second time.
    if (!get || !head || get.status >= 300 || head.status === 429)
      return learnNothing(`GET is answered ${get?.status ?? 'not at all'}`);
    const blame = (seen: string) =>
      complain(
        {
          message: 'HEAD is not answered as GET is',
          clause: operation.pointer,
          states: 'HEAD has the status and the headers of GET',
          seen,
        },
        headed,
      );
    if (head.status !== get.status) {
      blame(`GET is answered ${get.status}, and HEAD ${head.status}`);
      return;
    }
    const [type, other] = [headerOf(get, 'content-type'), headerOf(head, 'content-type')];
    // Headers that are only known with the content may be left out (RFC 9110, section 9.3.2).
    if (other !== undefined && type?.toLowerCase() !== other.toLowerCase())
      blame(`GET has Content-Type ${type ?? 'missing'}, and HEAD ${other}`);
  },
};
