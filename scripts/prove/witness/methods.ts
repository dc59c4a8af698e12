import type { ApiModel } from '../../model/api-model.ts';
import { append } from '../../base/json-pointer.ts';
import type { Objection } from './objection.ts';
import type { Recorded } from './recorded.ts';
import { routeOf } from './route.ts';

/** What HTTP says of methods that every path has (RFC 9110, sections 9.3.2, 9.3.7 and 9.3.8). */
export function methodObjections(
  api: ApiModel,
  exchanges: readonly Recorded[],
): readonly Objection[] {
  return exchanges.flatMap(({ request, response }, i): readonly Objection[] => {
    const { atPath, operation } = routeOf(api, request);
    const [first] = atPath;
    if (!first || response.status >= 300) return [];
    const clause = append('#/paths', first.path);
    if (request.method === 'OPTIONS') {
      const { allow } = response.headers;
      const named = allow?.split(/\s*,\s*/) ?? [];
      const hidden = atPath.find(({ method }) => !named.includes(method.toUpperCase()));
      return allow === undefined || !hidden
        ? []
        : [{ clause, seen: `${hidden.method} is not in Allow: ${allow}` }];
    }
    if (request.method === 'TRACE') {
      const { authorization } = request.headers;
      const content = new TextDecoder('latin1').decode(response.body);
      const isTold = authorization !== undefined && content.includes(authorization);
      return isTold ? [{ clause, seen: 'TRACE gives a credential back' }] : [];
    }
    if (request.method !== 'HEAD' || !operation) return [];
    const got = exchanges
      .slice(0, i)
      .findLast((it) => it.request.method === 'GET' && it.request.path === request.path);
    const [one, other] = [got?.response, response].map((it) => it?.headers['content-type']);
    return one === undefined || other === undefined || one === other
      ? []
      : [{ clause: operation.pointer, seen: `HEAD has Content-Type ${other}, and GET ${one}` }];
  });
}
