import type { Exchange } from '../../wire/exchange.ts';
import { judgeFigures } from '../judges/quota-figures.ts';
import { exampleDrafts } from '../generation/draft.ts';
import type { Property } from '../property.ts';

/** Requests one after the other: more tell nothing that the quota's own property does not. */
const REQUESTS = 2;

export const rateHeaders: Property = {
  id: 'rate.headers',
  title: 'every answer tells how the client stands, in the documented headers and units',
  unless({ api, operation: { rateCategory } }) {
    const { headers } = api.policies.rateLimits ?? { headers: {} };
    if (rateCategory === undefined) return 'no quota is documented';
    return 'limit' in headers || 'remaining' in headers || 'reset' in headers
      ? undefined
      : 'no header is documented that tells';
  },
  async check(bench) {
    const { api, operation, exchange, complain } = bench;
    const policy = api.policies.rateLimits;
    const [draft] = exampleDrafts(api, operation);
    if (!policy || !draft) return;
    for (let sent = 0; sent < REQUESTS; sent += 1) {
      const answered = await exchange(draft, {});
      const judge = (it: Exchange) => judgeFigures(policy, it, undefined, bench);
      complain(judge(answered), answered, judge);
    }
  },
};
