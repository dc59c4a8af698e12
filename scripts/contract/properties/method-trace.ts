import { append } from '../../base/json-pointer.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Verdict } from '../bench.ts';
import { unlessFirstOnPath } from '../flows/on-path.ts';
import { exampleDrafts } from '../generation/draft.ts';
import type { Property } from '../property.ts';
import { NO_CREDENTIAL } from '../wire/credentials.ts';
import { withHeader } from './with-header.ts';

/** What looks like a secret and is none: nobody may send a real one by TRACE (RFC 9110, section 9.3.8). */
const SECRET = 'kiln-keeps-this-to-itself';

export const methodTrace: Property = {
  id: 'method.trace',
  title: 'TRACE gives no credential back (RFC 9110, section 9.3.8)',
  ground: 'standard',
  unless: (scope) => unlessFirstOnPath(scope, 'trace'),
  async check({ api, operation, exchange, complain }) {
    const [draft] = exampleDrafts(api, operation);
    if (!draft) return;
    const answered = await exchange(
      { ...draft, body: undefined },
      {
        conforming: false,
        credential: NO_CREDENTIAL,
        rewrite: (request) => ({
          ...withHeader(request, 'authorization', `Bearer ${SECRET}`),
          method: 'TRACE',
        }),
      },
    );
    const judge = (it: Exchange) => judgeTrace(operation.path, it);
    complain(judge(answered), answered, judge);
  },
};

function judgeTrace(path: string, { response }: Exchange): Verdict {
  const isLoop = response !== undefined && response.status >= 200 && response.status < 300;
  if (!isLoop || !response.body.includes(SECRET)) return undefined;
  return {
    message: 'TRACE gives a credential back',
    clause: append('#/paths', path),
    states: 'what is sensitive is no part of the answer to TRACE',
    seen: `TRACE is answered ${response.status} with what was sent in Authorization`,
  };
}
