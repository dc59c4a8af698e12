import type { ApiModel, Operation } from '../../../scripts/model/api-model.ts';
import { append, type Pointer } from '../../../scripts/base/json-pointer.ts';
import { nodeAt } from '../../../scripts/lint/references.ts';
import { statedResponse } from '../../../scripts/lint/operations.ts';
import { edit, presentOr, type Break, type Breaker } from './breaker.ts';
import { takeResponse } from './operations.ts';

const NO_POLICY = 'the description has no policy';

export const policyReferencesExist: Breaker = (api) => {
  const { policies, operations, webhooks, document } = api;
  const rename = (at: Pointer, to = 'nowhere') => edit(api, at, { what: `misnames ${at}`, to });
  const below = (operation: Operation | undefined, ...names: string[]) => {
    return operation && rename(append(operation.pointer, ...names));
  };
  const [error] = Object.entries(policies.errors);
  const fields = ['example', 'detail'].filter((name) => error && name in error[1]);
  const renameInError = (name: string) => {
    const at = append('#/x-errors', error?.[0] ?? '', name);
    return name === 'detail' ? rename(append(at, 'message'), '#/nowhere') : rename(at);
  };
  const find = (name: string, from = operations) => {
    return from.find(({ pointer }) => name in nodeAt(document, pointer));
  };
  const async = find('x-async');
  const sized = operations.find(({ limits }) => limits.itemsAt !== undefined);
  return presentOr(NO_POLICY, [
    ...(error ? ['response', ...fields].map(renameInError) : []),
    policies.session && rename('#/x-session/scheme'),
    policies.session && rename('#/x-session/issuedBy'),
    policies.lifecycle && rename('#/info/x-lifecycle/replacedBy', `${api.name}#nowhere`),
    below(find('x-rate-limit'), 'x-rate-limit'),
    ...['statusOperation', 'parameter'].map((name) => below(async, 'x-async', name)),
    ...['pending', 'failed'].map((name) => below(async, 'x-async', name, '0')),
    async && rename(append(async.pointer, 'x-async', 'id'), '#/nowhere'),
    async && rename(append(async.pointer, 'x-async', 'state'), '#/nowhere'),
    ...pageFaults(api),
    sized && rename(append(sized.pointer, 'x-limits', 'itemsAt'), '#/nowhere'),
    below(find('x-veto', webhooks), 'x-veto', 'before', '0'),
    replacedByItself(api),
  ]);
};

function pageFaults(api: ApiModel): Break[] {
  return api.operations.flatMap(({ pointer, pagination }) => {
    const parts = pagination?.style === 'page' ? (['page', 'size'] as const) : [];
    return parts.map((part) => {
      const at = append(pointer, 'x-pagination', part);
      const to = pagination?.in === 'body' ? '#/nowhere' : 'nowhere';
      return edit(api, at, { what: `misnames the ${part}`, to });
    });
  });
}

function replacedByItself(api: ApiModel): Break | undefined {
  const replaced = api.operations.find(({ lifecycle }) => lifecycle.replacedBy !== undefined);
  if (!replaced) return undefined;
  const at = append(replaced.pointer, 'x-replaced-by');
  return edit(api, at, { what: 'looks for the successor at home', to: `${api.name}#nowhere` });
}

export const policyStatusDocumented: Breaker = (api) => {
  const { policies, operations, webhooks } = api;
  const { malformed, rateLimited, forbidden, unauthenticated } = policies.errors;
  const limited = operations.find(({ rateCategory }) => rateCategory !== undefined);
  const refusal = limited && statedResponse(limited, rateLimited?.status ?? 429);
  const sent = operations.find(
    (it) => it.body && !hasOwnErrors(api, it) && !isAlone(api, it, malformed?.status),
  );
  const sized = operations.filter(({ limits }) => limits.bodyBytes !== undefined);
  const writing = operations.find(({ access }) => access === 'write');
  const isOwn = forbidden?.status !== (unauthenticated?.status ?? 401);
  const veto = webhooks.find((it) => it.veto);
  return presentOr(NO_POLICY, [
    limited && takeResponse(api, limited, rateLimited?.status ?? 429),
    refusal?.headers[0] &&
      edit(api, append(refusal.pointer, 'headers', refusal.headers[0].name), {
        what: `takes ${refusal.headers[0].name} from a refusal`,
        at: refusal.pointer,
      }),
    sent && malformed && takeResponse(api, sent, malformed.status),
    writing && isOwn ? takeResponse(api, writing, forbidden?.status ?? 403) : undefined,
    sized.length > 0 && policies.errors.tooLarge
      ? {
          ...edit(api, '#/x-errors/tooLarge/status', { what: 'refuses with 413', to: 413 }),
          at: sized.map(({ pointer }) => append(pointer, 'responses')),
        }
      : undefined,
    veto && edit(api, append(veto.pointer, 'x-veto', 'allow'), { what: 'waits for 299', to: 299 }),
  ]);
};

function hasOwnErrors({ document }: ApiModel, { pointer }: Operation): boolean {
  return 'x-errors' in nodeAt(document, pointer);
}

/** Whether no other operation has the response: what is said about it would go with it. */
function isAlone({ operations }: ApiModel, operation: Operation, status = 400): boolean {
  const place = statedResponse(operation, status)?.pointer;
  const others = operations.filter((it) => it !== operation);
  return others.every((it) => statedResponse(it, status)?.pointer !== place);
}

export const stateNamesExist: Breaker = (api) => {
  const places = api.operations.flatMap(({ pointer, resource, answers, sql }) => [
    ...(['filter', 'order', 'count', 'linked'] as const).flatMap((name) =>
      resource?.[name] === undefined ? [] : [append(pointer, 'x-resource', name)],
    ),
    ...(resource?.numbered ? [append(pointer, 'x-resource', 'numbered', 'at')] : []),
    ...(resource?.distinct ?? []).map((_, i) => append(pointer, 'x-resource', 'distinct', i)),
    ...(answers ? ['tells', 'id'].map((it) => append(pointer, 'x-answers', it)) : []),
    ...(sql ? ['rows', 'statement', 'records'].map((it) => append(pointer, 'x-sql', it)) : []),
  ]);
  const misnamed = places.map((at) => edit(api, at, { what: `misnames ${at}`, to: '#/nowhere' }));
  return presentOr('the description names nothing that is remembered', misnamed);
};
