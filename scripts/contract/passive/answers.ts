import type { Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { isEqual } from '../../base/json.ts';
import { ERROR_KINDS, ERROR_STATUSES, type ErrorKind } from '../../model/policies.ts';
import { isSuccess } from '../flows/json-answer.ts';
import { judgeAccepted, judgeRejected } from '../judges/accepted.ts';
import { objectionsTo } from '../judges/objections.ts';
import { asyncNamed, judgeNamed } from '../properties/async-named.ts';
import { deprecationHeaders, judgeLifecycle } from '../properties/deprecation-headers.ts';
import { judgeEnvelope } from '../properties/envelope.ts';
import { judgeCounted, stateCounted } from '../properties/state-counted.ts';
import { parseJson } from '../../base/json-text.ts';
import type { RequestPart } from '../wire/request-part.ts';
import { remarksOf, type PassiveProperty } from './judgement.ts';
import type { RecordingShown } from './recording-shown.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** Statements about one exchange: its answer, and what the request has to do with it. */
export const ANSWER_PROPERTIES: readonly PassiveProperty[] = [
  {
    id: 'conformance',
    title: 'every answer is one that the operation documents',
    unless: () => undefined,
    lacking: 'no answer was recorded whole',
    begin:
      ({ api, shown }) =>
      ({ operation, exchange, hasContent }) =>
        objectionsTo(api, operation, hasContent ? exchange : withoutContent(exchange)).map((it) => {
          if (/the header set-cookie$/i.test(it.message))
            return { ...it, unless: unlessKept(shown) };
          return it.message.startsWith('leaves out the header ')
            ? { ...it, unless: unlessFields(shown) }
            : it;
        }),
  },
  {
    id: 'envelope',
    title: 'every refusal has the documented shape',
    unless: (_, { errors }) =>
      Object.keys(errors).length > 0 ? undefined : 'no error envelope is documented',
    lacking: 'no refusal was recorded',
    begin:
      ({ api }) =>
      ({ operation, exchange, hasContent }) => {
        const status = exchange.response?.status ?? 0;
        const kind = kindOf(operation, status);
        if (kind === undefined || !hasContent || exchange.request.method === 'HEAD')
          return 'irrelevant';
        return remarksOf(judgeEnvelope(api, kind, 'a recorded request', exchange));
      },
  },
  {
    id: 'input.accepted',
    title: 'a documented example of a request is not refused as invalid',
    unless: (_, { body }) =>
      body?.content.some(({ examples }) => examples.length > 0)
        ? undefined
        : 'the request has no documented example',
    lacking: 'no request was the documented example',
    begin:
      ({ api }) =>
      ({ operation, base, exchange, hasBody }) => {
        // What a server knows beyond the description may make other valid requests wrong for it.
        if (!hasBody || !isDocumentedExample(operation, exchange)) return 'irrelevant';
        if (!isRefusedAsInvalid(operation, exchange)) return [];
        return remarksOf(judgeAccepted(api, base, operation, exchange, true));
      },
  },
  {
    id: 'input.rejected',
    title: 'a request that breaks a constraint is not answered as a success',
    unless: (_, { parameters, body }) =>
      parameters.length > 0 || body ? undefined : 'the request has no parameter and no body',
    lacking: 'no request broke a constraint',
    begin:
      ({ api }) =>
      (step) => {
        const { operation, base, exchange, hasBody } = step;
        const broken = step.parts().filter(({ breaches }) => breaches.length > 0);
        if (broken.some((it) => isTolerated(operation, it))) return 'irrelevant';
        // Recorders leave out cookies, bodies, and sometimes all fields: what is absent was perhaps sent.
        const isDoubtful = broken.some(
          ({ part }) =>
            part.startsWith('cookie ') ||
            (part === 'body' && !hasBody) ||
            (part.startsWith('header ') && !hasFields(exchange)),
        );
        if (broken.length === 0 || isDoubtful) return 'irrelevant';
        return isSuccess(exchange) ? remarksOf(judgeRejected(api, base, operation, exchange)) : [];
      },
  },
  {
    id: 'deprecation.headers',
    title: deprecationHeaders.title,
    unless: (_, { lifecycle }) =>
      lifecycle.deprecated === undefined && lifecycle.sunset === undefined
        ? 'no deprecation and no end is documented'
        : undefined,
    lacking: 'no answer was recorded',
    begin:
      () =>
      ({ operation, exchange }) =>
        exchange.response ? remarksOf(judgeLifecycle(operation, exchange.response)) : 'irrelevant',
  },
  {
    id: 'async.named',
    title: asyncNamed.title,
    unless: (_, { async }) => (async ? undefined : 'nothing is worked off later'),
    lacking: 'no submission was accepted',
    begin:
      () =>
      ({ operation, exchange, hasContent }) =>
        hasContent ? remarksOf(judgeNamed(operation, exchange)) : 'irrelevant',
  },
  {
    id: 'state.counted',
    title: stateCounted.title,
    unless: (_, { resource, pagination }) =>
      resource?.items === undefined || resource.count === undefined
        ? 'no answer lists and counts things'
        : pagination && 'a page need not hold all that is counted',
    lacking: 'no list was recorded',
    begin:
      () =>
      ({ operation, exchange, hasContent }) =>
        hasContent ? remarksOf(judgeCounted(operation, exchange)) : 'irrelevant',
  },
];

/** Some recorders take cookies out, or see none: where none was recorded, one that is missing proves nothing. */
export function unlessKept({ keepsCookies }: RecordingShown): () => string | undefined {
  return () => (keepsCookies() ? undefined : 'the recording shows no cookie');
}

function unlessFields({ keepsFields }: RecordingShown): () => string | undefined {
  return () => (keepsFields() ? undefined : 'the recording keeps no header fields');
}

/** Whether a request was recorded with fields of its own. */
function hasFields({ request }: Exchange): boolean {
  return request.headers.some(([name]) => !/^(?:content-|cookie$)/i.test(name));
}

/** To a HEAD request there is no content, and all else is judged alike (RFC 9110, section 9.3.2). */
function withoutContent(exchange: Exchange): Exchange {
  return { ...exchange, request: { ...exchange.request, method: 'HEAD' } };
}

/** Whether `x-errors` answers such a request with success, or it is in a media type nobody speaks of. */
function isTolerated({ errors }: Operation, { breaches }: RequestPart): boolean {
  const isMediaType = breaches.some(({ keyword }) => keyword === 'content');
  if (isMediaType) return (errors.unsupportedMediaType?.status ?? 200) < 400;
  return statusOfRefusal({ errors }, 'invalid') < 400;
}

/** Other statuses are about the way a request was sent: its media type, its length, its method. */
function isRefusedAsInvalid({ errors }: Operation, { response }: Exchange): boolean {
  const declared = [errors.invalid?.status, errors.malformed?.status];
  return [400, 422, ...declared].includes(response?.status);
}

function isDocumentedExample({ body, limits }: Operation, { request }: Exchange): boolean {
  const bytes = new TextEncoder().encode(request.body ?? '').length;
  // An example with much white space in it may still be too large.
  if (bytes > (limits.bodyBytes ?? Infinity)) return false;
  const parsed = parseJson(request.body ?? '');
  if ('reason' in parsed) return false;
  const examples = body?.content.flatMap((media) => media.examples) ?? [];
  return examples.some(({ value }) => isEqual(value, parsed.value));
}

/** The declared kind of refusal that a status stands for. */
function kindOf({ errors }: Operation, status: number): ErrorKind | undefined {
  if (status < 400) return undefined;
  return ERROR_KINDS.find(
    (kind) => errors[kind] && (errors[kind].status || ERROR_STATUSES[kind]) === status,
  );
}
