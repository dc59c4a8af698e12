import * as fc from 'fast-check';
import { METHODS, type ApiModel, type MediaType, type Operation } from '../../model/api-model.ts';
import { headerOf, type Exchange } from '../../wire/exchange.ts';
import { isJsonType } from '../../base/media-type.ts';
import { objectOf } from '../../base/json.ts';
import { append, valueAt, type Pointer } from '../../base/json-pointer.ts';
import type { ErrorKind } from '../../model/policies.ts';
import { responseOfRefusal } from '../../refusal/documented-refusal.ts';
import type { Verdict } from '../bench.ts';
import { exampleDrafts } from '../generation/draft.ts';
import { reasonForThingsObjections, reasonObjections } from '../judges/told-reason.ts';
import { describeBreach, shorten } from '../judges/words.ts';
import type { Property } from '../property.ts';
import { parseJson } from '../../base/json-text.ts';
import { mediaFor } from '../../wire/describe-body.ts';

/** What makes any path one that nobody documents. */
export const NOWHERE = '/kiln/no-such-path';

/** The address of a path below an operation's own that nobody documents. */
export function unknownPath(target: string, { path }: Operation): string {
  return `${target}${path.replaceAll(/[{}]/g, '')}${NOWHERE}`;
}

export const envelope: Property = {
  id: 'envelope',
  title: 'every refusal, also of paths and methods that do not exist, has the documented shape',
  unless: ({ api }) => (envelopeOf(api, 'invalid') ? undefined : 'no error envelope is documented'),
  async check({ api, operation, target, falsify }) {
    const draft = fc.constantFrom(...exampleDrafts(api, operation));
    const refused = (kind: ErrorKind, what: string) => (exchange: Exchange) =>
      judgeEnvelope(api, kind, what, exchange);
    const unknown = unknownPath(target, operation);
    await falsify({
      drafts: draft,
      runs: 1,
      conforming: false,
      rewrite: (request) => ({ ...request, url: unknown }),
      judge(exchange) {
        const verdict = judgeEnvelope(api, 'notFound', 'a path that is not documented', exchange);
        if (verdict !== undefined || !exchange.response) return verdict;
        return reasonForThingsObjections(api, exchange.response)[0];
      },
    });
    const method = undocumentedMethod(api, operation);
    if (method !== undefined) {
      await falsify({
        drafts: draft,
        runs: 1,
        conforming: false,
        rewrite: (request) => ({ ...request, method: method.toUpperCase() }),
        judge: refused('methodNotAllowed', `the method ${method.toUpperCase()}`),
      });
    }
    if (operation.body) {
      await falsify({
        drafts: draft,
        runs: 3,
        rewrite: (request) => ({ ...request, body: truncated(request.body ?? '{') }),
        judge: refused('malformed', 'a body that breaks off'),
      });
    }
  },
};

export function judgeEnvelope(
  api: ApiModel,
  kind: ErrorKind,
  what: string,
  exchange: Exchange,
): Verdict {
  const { response } = exchange;
  const shape = envelopeOf(api, kind) ?? envelopeOf(api, 'invalid');
  if (!response || !shape) return undefined;
  // A server may have more paths and methods than its document; then nothing was refused.
  if (response.status < 400) return 'irrelevant';
  const states = 'errors have the documented envelope';
  const message = `${what} is answered ${response.status} outside of the envelope`;
  const contentType = headerOf(response, 'content-type');
  const isDocumented = contentType !== undefined && mediaFor(shape.content, contentType);
  if (!isDocumented || !isJsonType(contentType)) {
    const seen = `Content-Type ${contentType ?? 'missing'}: ${shorten(response.body)}`;
    return { message, clause: shape.policy, states, seen, isOfAnswer: true };
  }
  const parsed = parseJson(response.body);
  if ('reason' in parsed && parsed.isUnread) return 'irrelevant';
  if ('reason' in parsed)
    return { message, clause: shape.policy, states, seen: parsed.reason, isOfAnswer: true };
  const [breach] = api.schemas.check(shape.schema, parsed.value, 'response');
  if (!breach) return reasonObjections(api, atRoot(api), response)[0];
  return {
    message,
    clause: breach.constraint,
    states: `${breach.keyword}: ${shorten(breach.expected)}`,
    seen: `${describeBreach('body', breach, parsed.value)}, in ${shorten(response.body)}`,
    rests: [{ part: 'body', schema: shape.schema, value: parsed.value, breach }],
    isOfAnswer: true,
  };
}

/** What leads to no operation is refused as the root of the description says. */
function atRoot({ policies }: ApiModel) {
  return { errors: policies.errors, responses: NONE, pointer: '#' as const };
}

const NONE: Operation['responses'] = [];

interface Envelope {
  readonly policy: Pointer;
  readonly schema: Pointer;
  readonly content: readonly MediaType[];
}

/** The schema of the response that `x-errors` gives a kind of refusal. */
function envelopeOf(api: ApiModel, kind: ErrorKind): Envelope | undefined {
  const response = responseOfRefusal(api, api.policies, kind);
  const schema = response?.content.find(({ mediaType }) => isJsonType(mediaType))?.schema;
  return response && schema
    ? { policy: append('#/x-errors', kind), schema, content: response.content }
    : undefined;
}

/** A method that no path documents which the operation's own may be mistaken for; HEAD and OPTIONS are everybody's. */
export function undocumentedMethod(api: ApiModel, operation: Operation): string | undefined {
  const { path } = operation;
  const paths = Object.entries(objectOf(valueAt(api.document, '#/paths')));
  const documented = paths
    .filter(([other]) => isLike(path, other))
    .flatMap(([, item]) => Object.keys(objectOf(item)));
  // A server may as well serve what its documents print.
  const printed = api.operations
    .flatMap(({ printedAs }) => printedAs)
    .flatMap((it) => (it.isServed && isLike(path, it.path) ? [it.method] : []));
  const others = METHODS.filter(
    (it) =>
      !['head', 'options', 'trace'].includes(it) &&
      !documented.includes(it) &&
      !printed.includes(it),
  );
  // The operations of a path try another one each, as far as there are others.
  const own = api.operations.filter((it) => it.path === path);
  const index = own.findIndex(({ method }) => method === operation.method);
  return others[Math.max(index, 0) % others.length];
}

/** Whether one address may fit both templates: which is meant is then undefined (OpenAPI 3.1.1, section 4.8.8.1). */
function isLike(path: string, other: string): boolean {
  const own = path.split('/');
  const segments = other.split('/');
  return (
    own.length === segments.length &&
    own.every((it, index) => it === segments[index] || `${it}${segments[index]}`.includes('{'))
  );
}

/** JSON that ends too early: without its last bracket nothing closes what was opened. */
function truncated(body: string): string {
  return body.slice(0, Math.max(1, body.length - 1));
}
