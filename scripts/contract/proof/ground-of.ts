import type { Operation } from '../../model/api-model.ts';
import { responseFor } from '../../model/documented-response.ts';
import type { Ground } from '../../result/ground.ts';
import type { Exchange } from '../../wire/exchange.ts';

/**
 * What a complaint of a property rests on. Whatever made an operation fail, a failure that it does not
 * document breaks its description, and not only the standard that was tried.
 */
export function groundOf(
  ground: Ground | undefined,
  operation: Operation,
  { request, response }: Exchange,
): Ground | undefined {
  const isFailure = response !== undefined && response.status >= 500;
  const isOwn = request.method === operation.method.toUpperCase();
  const isUndocumented = isFailure && responseFor(operation, response.status) === undefined;
  return isOwn && isUndocumented ? 'contract' : ground;
}
