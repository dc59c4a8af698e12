import type { ApiModel, Callback } from '../../model/api-model.ts';
import { isJsonType } from '../../base/media-type.ts';
import { parseJson } from '../../base/json-text.ts';
import type { Json } from '../../base/json.ts';
import type { Answer } from '../../wire/answer.ts';
import { fieldIn, readQuery } from '../../wire/call.ts';
import {
  fillAddress,
  type ExpressedExchange,
  type ExpressedMessage,
} from '../../wire/runtime-expression.ts';
import type { Accepted } from '../behaviour/step.ts';
import { sendHook, type HookSender } from './send-hook.ts';
import { isLoopback, type WebhookTarget } from './targets.ts';

/** More than these are not under way at once: each of them waits for somebody else. */
const MOST_UNDER_WAY = 64;

/** Sends the callbacks of an operation that was answered with success; undefined where it has none. */
export type CallBack = (
  accepted: Accepted,
  answer: Answer,
  server: string | undefined,
) => (() => void) | undefined;

/**
 * What an operation declares in `callbacks` is sent after its answer (OpenAPI 3.1.1, section 4.8.18), to where its
 * expression leads, or to a target of that name.
 */
export function toCallBack(
  api: ApiModel,
  targets: readonly WebhookTarget[],
  sender: HookSender,
): CallBack {
  let underWay = 0;
  const send = async (callback: Callback, accepted: Accepted, address: Address): Promise<void> => {
    const { name, operation: declared, address: written } = callback;
    const { namespace, operation } = accepted;
    const facts = {
      api,
      namespace,
      webhook: name,
      kind: 'callback',
      operation: operation.id,
    } as const;
    underWay += 1;
    await sendHook({ ...facts, declared, address: written, to: address }, sender);
    underWay -= 1;
  };
  return (accepted, answer, server) => {
    const { callbacks } = accepted.operation;
    if (callbacks.length === 0 || answer.status < 200 || answer.status > 299) return undefined;
    return () => {
      const exchange = exchangeOf(accepted, answer, server);
      for (const callback of callbacks) {
        const own = targets.filter(({ name }) => name === callback.name);
        const addresses =
          own.length > 0
            ? own.map(({ url }) => ({ text: url }))
            : [addressOf(callback, accepted, exchange, sender)];
        for (const address of addresses) {
          if (underWay < MOST_UNDER_WAY) void send(callback, accepted, address);
        }
      }
    };
  };
}

type Address = { readonly text: string } | { readonly missing: string };

/** A page from elsewhere must not make this machine's mock send requests to others of its services. */
function addressOf(
  { address }: Callback,
  { call }: Accepted,
  exchange: ExpressedExchange,
  { isAnywhere }: HookSender,
): Address {
  const origin = fieldIn(call, 'origin');
  const isOwn = origin === undefined || isLoopback(URL.parse(origin)?.hostname ?? '');
  if (isOwn || isAnywhere) return fillAddress(address, exchange);
  return { missing: `not sent for a page of ${origin}, which is not of this machine: ${address}` };
}

function exchangeOf(
  { call, parameters, body }: Accepted,
  answer: Answer,
  server: string | undefined,
): ExpressedExchange {
  const valueOf = (location: string, name: string): Json | undefined =>
    parameters.find(({ parameter }) => parameter.in === location && parameter.name === name)?.value;
  const { path, query, method } = call;
  const request: ExpressedMessage = {
    header: (name) => fieldIn(call, name),
    query: (name) =>
      valueOf('query', name) ?? readQuery(query).pairs.find((pair) => pair.name === name)?.text,
    path: (name) => valueOf('path', name),
    body,
  };
  const response: ExpressedMessage = {
    header: (name) => (Object.hasOwn(answer.headers, name) ? answer.headers[name] : undefined),
    query: () => undefined,
    path: () => undefined,
    body: bodyOf(answer),
  };
  const url = `${(server ?? '').replace(/\/+$/, '')}${path}${query && `?${query}`}`;
  return { url, method, status: answer.status, request, response };
}

function bodyOf({ headers, body }: Answer): Json | undefined {
  if (typeof body !== 'string' || !isJsonType(headers['content-type'] ?? '')) return undefined;
  const read = parseJson(body);
  return 'value' in read ? read.value : undefined;
}
