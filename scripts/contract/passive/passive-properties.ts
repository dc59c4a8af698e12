import type { ApiModel, Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import { isEqual } from '../../base/json.ts';
import { ERROR_KINDS, ERROR_STATUSES, type ErrorKind } from '../../model/policies.ts';
import type { Verdict } from '../bench.ts';
import { judgeAccepted, judgeRejected } from '../judges/accepted.ts';
import { objectionsTo } from '../judges/objections.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import { judgeEnvelope } from '../properties/envelope.ts';
import { parseJson } from '../../base/json-text.ts';
import { readParts } from '../wire/read-request.ts';
import type { RequestPart } from '../wire/request-part.ts';
import { credentialsIn } from './credentials.ts';
import type { Judgement } from './judgement.ts';
import type { Match } from './match.ts';
import { judgeRateHeaders } from './rate-headers.ts';
import type { Recorded } from './recorded.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';

/** A statement about exchanges that nobody arranged, and so one that needs nothing to be arranged. */
interface PassiveProperty {
  readonly id: string;
  readonly title: string;
  readonly judge: (api: ApiModel, match: Match, recorded: Recorded) => Judgement;
}

export const PASSIVE_PROPERTIES: readonly PassiveProperty[] = [
  {
    id: 'conformance',
    title: 'every answer is one that the operation documents',
    judge: (api, { operation }, { exchange, hasContent }) =>
      objectionsTo(api, operation, hasContent ? exchange : withoutContent(exchange)),
  },
  {
    id: 'envelope',
    title: 'every refusal has the documented shape',
    judge(api, { operation }, { exchange, hasContent }) {
      const status = exchange.response?.status ?? 0;
      const kind = kindOf(operation, status);
      if (kind === undefined || !hasContent || exchange.request.method === 'HEAD')
        return 'irrelevant';
      return listOf(judgeEnvelope(api, kind, 'a recorded request', exchange));
    },
  },
  {
    id: 'input.accepted',
    title: 'a documented example of a request is not refused as invalid',
    judge(api, { operation, base }, recorded) {
      // What a server knows beyond the description may make other valid requests wrong for it.
      if (!recorded.hasBody || !isDocumentedExample(operation, recorded.exchange))
        return 'irrelevant';
      if (!isRefusedAsInvalid(operation, recorded.exchange)) return [];
      return listOf(judgeAccepted(api, base, operation, recorded.exchange, true));
    },
  },
  {
    id: 'input.rejected',
    title: 'a request that breaks a constraint is not answered as a success',
    judge(api, { operation, base }, { exchange, hasBody }) {
      const parts = readParts(api, base, operation, exchange.request);
      const broken = parts.filter(({ breaches }) => breaches.length > 0);
      if (broken.some((it) => isTolerated(operation, it))) return 'irrelevant';
      // Recorders leave cookies out, and sometimes bodies: what is absent there was perhaps sent.
      const isDoubtful = broken.some(
        ({ part }) => part.startsWith('cookie ') || (part === 'body' && !hasBody),
      );
      if (broken.length === 0 || isDoubtful) return 'irrelevant';
      return isSuccess(exchange) ? listOf(judgeRejected(api, base, operation, exchange)) : [];
    },
  },
  {
    id: 'auth.missing',
    title: 'a request without a credential is not answered as a success',
    judge(api, { operation }, { exchange }) {
      if (needsCredential({ api, operation }) !== undefined) return 'irrelevant';
      if (credentialsIn(api, exchange.request).size > 0) return 'irrelevant';
      if (!isSuccess(exchange)) return [];
      return listOf(judgeUnauthenticated(api, operation, exchange, 'without a credential'));
    },
  },
  {
    id: 'rate.headers',
    title: 'the rate limit headers are figures that can be true together',
    judge: (api, _match, { exchange }) => judgeRateHeaders(api, exchange),
  },
];

/** To a HEAD request there is no content, and all else is judged alike (RFC 9110, section 9.3.2). */
function withoutContent(exchange: Exchange): Exchange {
  return { ...exchange, request: { ...exchange.request, method: 'HEAD' } };
}

function listOf(verdict: Verdict): Judgement {
  if (verdict === 'irrelevant') return verdict;
  if (verdict === undefined || 'undetermined' in verdict) return [];
  return [verdict];
}

function isSuccess({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 200 && response.status < 300;
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
