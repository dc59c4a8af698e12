import type { SecurityScheme } from '../../model/security.ts';
import type { Presented } from '../../wire/credentials.ts';
import { headerOf, type WireRequest } from '../../wire/exchange.ts';

/** What a recorder puts in the place of a secret. */
const STAND_IN =
  /^(?:\$\{?\w+\}?|\{\{.*\}\}|[*x•.…]+|<.*>|\[.*\]|.*(?:[*•]{3}|…).*|\W*(?:redacted|filtered|hidden|removed|masked|sanitized|scrubbed|omitted)\W*)$/i;

/** Whether a recorder wrote something else in the place of a secret. */
export function isStandIn(shown: NonNullable<Presented>): boolean {
  return shown !== 'malformed' && isStandInText(shown.secret);
}

export function isStandInText(text: string): boolean {
  return STAND_IN.test(text);
}

/**
 * What a request shows for a scheme where a recorder has hidden it: in place of a credential, which is then
 * none that could be read, or of the whole field.
 */
export function hiddenIn(
  scheme: SecurityScheme,
  shown: Presented,
  request: WireRequest,
): NonNullable<Presented> | undefined {
  if (typeof shown === 'object' || (scheme.type === 'apiKey' && scheme.in === 'query'))
    return undefined;
  const isCookie = scheme.type === 'apiKey' && scheme.in === 'cookie';
  const named = scheme.type === 'apiKey' ? scheme.name : 'authorization';
  const field = headerOf(request, isCookie ? 'cookie' : named);
  if (field === undefined) return undefined;
  const [, rest = ''] = /^\S+ +(.*)$/.exec(field) ?? [];
  const isHidden = isStandInText(field) || (shown === 'malformed' && isStandInText(rest));
  return isHidden ? { secret: isStandInText(field) ? field : rest } : undefined;
}
