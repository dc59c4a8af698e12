import type { ApiModel, Operation } from '../../model/api-model.ts';
import { append } from '../../base/json-pointer.ts';
import { headerOf, type Exchange } from '../../wire/exchange.ts';
import type { Verdict } from '../bench.ts';
import { onPath, unlessFirstOnPath } from '../flows/on-path.ts';
import { exampleDrafts } from '../generation/draft.ts';
import type { Property } from '../property.ts';

export const methodOptions: Property = {
  id: 'method.options',
  title: 'OPTIONS is no failure, and what it says is allowed is (RFC 9110, section 9.3.7)',
  ground: 'standard',
  unless: (scope) => unlessFirstOnPath(scope, 'options'),
  async check({ api, operation, exchange, complain }) {
    const [draft] = exampleDrafts(api, operation);
    if (!draft) return;
    const answered = await exchange(
      { ...draft, body: undefined },
      { conforming: false, rewrite: (request) => ({ ...request, method: 'OPTIONS' }) },
    );
    const judge = (it: Exchange) => judgeOptions(api, operation, it);
    complain(judge(answered), answered, judge);
  },
};

/** Who does not know the method, or sends no `Allow` beside a success, has kept to HTTP as well. */
function judgeOptions(api: ApiModel, operation: Operation, { response }: Exchange): Verdict {
  if (!response) return undefined;
  const { status } = response;
  const blame = (message: string, seen: string): Verdict => ({
    message,
    clause: append('#/paths', operation.path),
    states: 'OPTIONS tells what is possible',
    seen,
  });
  if (status >= 500 && ![501, 503].includes(status))
    return blame('OPTIONS is a failure', `OPTIONS is answered ${status}`);
  const allow = headerOf(response, 'allow');
  if (status < 200 || status > 299 || allow === undefined) return undefined;
  const allowed = allow.split(/\s*,\s*/).map((it) => it.trim());
  const methods = onPath(api, operation).map(({ method }) => method.toUpperCase());
  const missing = methods.find((method) => !allowed.includes(method));
  return missing === undefined || allowed.includes('*')
    ? undefined
    : blame('OPTIONS does not allow a documented method', `${missing} is not in Allow: ${allow}`);
}
