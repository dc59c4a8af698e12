import * as fc from 'fast-check';
import type { ApiModel } from '../../model/api-model.ts';
import { headerOf, type Exchange } from '../../wire/exchange.ts';
import { append } from '../../base/json-pointer.ts';
import type { Verdict } from '../bench.ts';
import { cookieIn, issuerOf, SESSION, tokenIn } from '../flows/session.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { exampleDrafts } from '../generation/draft.ts';
import type { Property } from '../property.ts';

/** Seconds that an answer may have been on its way. */
const TOLERANCE = 60;

export const sessionIssued: Property = {
  id: 'session.issued',
  title: 'who logs in is issued a session, for as long as documented',
  unless: ({ api, operation }) =>
    issuerOf(api)?.login === operation ? undefined : 'the operation issues no session',
  async check({ api, operation, falsify }) {
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      judge: (exchange) => judgeIssued(api, exchange),
    });
  },
};

/** A login that succeeds issues a session, for as long as documented where it says for how long. */
export function judgeIssued(api: ApiModel, exchange: Exchange): Verdict {
  const policy = api.policies.session;
  const { response } = exchange;
  // Whom a server knows is nothing that a document says.
  if (!policy || !response || !isSuccess(exchange)) return 'irrelevant';
  const token = tokenIn(api, exchange);
  const seen = `Set-Cookie: ${headerOf(response, 'set-cookie') ?? 'missing'}`;
  if (token === undefined || token === '') {
    return {
      message: 'a login is answered without a session',
      clause: SESSION,
      states: `the answer issues a session for ${policy.scheme}`,
      seen,
    };
  }
  const { attributes } = cookieIn(api, response) ?? {};
  const told = lifetimeOf(attributes, headerOf(response, 'date'));
  if (told === undefined || Math.abs(told - policy.lifetime) <= TOLERANCE) return undefined;
  return {
    message: `the session is issued for ${told} seconds, not ${policy.lifetime}`,
    clause: append(SESSION, 'lifetime'),
    states: `lifetime: ${policy.lifetime}`,
    seen,
  };
}

/** Max-Age outranks Expires (RFC 6265, section 5.3); a cookie with neither says nothing. */
function lifetimeOf(
  attributes: ReadonlyMap<string, string> | undefined,
  date: string | undefined,
): number | undefined {
  const maxAge = Number(attributes?.get('max-age') ?? Number.NaN);
  if (!Number.isNaN(maxAge)) return maxAge;
  const expires = Date.parse(attributes?.get('expires') ?? '');
  const now = Date.parse(date ?? '');
  const seconds = Math.round((expires - now) / 1000);
  return Number.isNaN(seconds) ? undefined : seconds;
}
