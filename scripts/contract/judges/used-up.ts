import type { Operation } from '../../model/api-model.ts';
import { responseFor } from '../../model/documented-response.ts';
import { statusOfRefusal } from '../../refusal/documented-refusal.ts';
import { headerOf, type Exchange } from '../../wire/exchange.ts';

/**
 * Whether an answer says that a quota is used up, or that the server takes no requests for now (RFC 6585,
 * section 4; RFC 9110, section 15.6.4): then what was to be tried was not.
 */
export function usedUp(
  operation: Operation,
  { response }: Exchange,
): { readonly undetermined: string } | undefined {
  if (!response) return undefined;
  const { status } = response;
  const isRefused = status === statusOfRefusal(operation, 'rateLimited') && status >= 400;
  const isPaused =
    status === 503 &&
    headerOf(response, 'retry-after') !== undefined &&
    responseFor(operation, status) !== undefined;
  if (!isRefused && !isPaused) return undefined;
  const why = isRefused ? 'a quota is used up' : 'the server takes no requests for now';
  return { undetermined: `not tried, ${why}: answered ${status}` };
}
