import * as fc from 'fast-check';
import { essenceOf } from '../../base/media-type.ts';
import { headerOf } from '../../wire/exchange.ts';
import { append } from '../../base/json-pointer.ts';
import type { ApiModel } from '../../model/api-model.ts';
import { toRouter, type Router } from '../../model/router.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { isClientError, judgeRefusedAs } from '../judges/refused-as.ts';
import type { Property } from '../property.ts';
import { NOWHERE, unknownPath } from './envelope.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

export const pathUnknown: Property = {
  id: 'path.unknown',
  title: 'a path that is not documented is not found',
  unless({ api, operation: { path } }) {
    const status = statusOfRefusal(api.policies, 'notFound');
    if (status < 400) return `an unknown path is documented to be answered ${status}`;
    return routerOf(api)(`${path}${NOWHERE}`) ? 'every path is documented' : undefined;
  },
  async check({ api, operation, target, falsify }) {
    const unknown = unknownPath(target, operation);
    const declared = api.policies.errors.notFound?.status;
    await falsify({
      drafts: fc.constantFrom(...exampleDrafts(api, operation)),
      runs: 1,
      conforming: false,
      rewrite: (request) => ({ ...request, url: unknown }),
      judge(exchange) {
        const status = exchange.response?.status;
        if (declared === undefined && status !== undefined) {
          // Without a declared status any refusal will do: some servers ask who it is first.
          if (isClientError(status)) return undefined;
          const type = exchange.response && headerOf(exchange.response, 'content-type');
          const what = type === undefined ? '' : ` with ${essenceOf(type)}`;
          if (status < 400) {
            const undetermined = `paths that are not documented are answered ${status}${what}`;
            return { undetermined: `${undetermined}, of which the description says nothing` };
          }
        }
        return judgeRefusedAs(api, { ...operation, errors: api.policies.errors }, exchange, {
          kinds: ['notFound'],
          what: 'a path that is not documented',
          clause: declared === undefined ? '#/paths' : append('#/x-errors', 'notFound'),
          ground: declared === undefined ? 'standard' : 'contract',
        });
      },
    });
  },
};

const ROUTERS = new WeakMap<ApiModel, Router>();

/** Every operation asks, and all of the same paths. */
function routerOf(api: ApiModel): Router {
  const router = ROUTERS.get(api) ?? toRouter(api.operations);
  ROUTERS.set(api, router);
  return router;
}
