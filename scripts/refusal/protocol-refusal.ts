import type { Operation } from '../model/api-model.ts';
import { headerOf, type Exchange } from '../wire/exchange.ts';
import { negotiate } from '../base/negotiate.ts';
import type { ErrorKind } from '../model/policies.ts';
import { mediaFor } from '../wire/describe-body.ts';

/**
 * Why HTTP itself has a server refuse a request to any operation, where that explains the answer: the
 * client accepts no media type that the operation has (406), or sends one that it has not (415), or asks
 * for one of many things, which may be gone (404). Such an answer needs no documentation (RFC 9110,
 * sections 15.5.5, 15.5.7 and 15.5.16).
 */
export function protocolRefusalOf(
  { responses, body, inferredResource }: Operation,
  { request, response }: Exchange,
): ErrorKind | undefined {
  if (response?.status === 404) return inferredResource?.id === undefined ? undefined : 'notFound';
  if (response?.status === 406) {
    const offers = responses.flatMap(({ content }) => content);
    const offer = negotiate(headerOf(request, 'accept'), offers);
    return offer === undefined ? 'notAcceptable' : undefined;
  }
  if (response?.status !== 415) return undefined;
  const sent = headerOf(request, 'content-type');
  const isDocumented = sent !== undefined && mediaFor(body?.content ?? [], sent) !== undefined;
  return isDocumented ? undefined : 'unsupportedMediaType';
}
