import type { Json } from '../../base/json.ts';
import { fieldIn } from '../../wire/call.ts';
import { mediaFor } from '../../wire/describe-body.ts';
import { withStatedDefaults } from '../../values/stated-defaults.ts';
import type { Accepted, Surroundings } from './step.ts';

/**
 * The body with the stated default of what it leaves out. A PATCH leaves out what is to stay as it is
 * (RFC 5789, section 2).
 */
export function wholeBody(
  { api, clock }: Surroundings,
  { operation, call, body }: Accepted,
): Json | undefined {
  if (body === undefined || operation.method === 'patch') return body;
  const documented = operation.body?.content ?? [];
  const [only] = documented;
  const type = fieldIn(call, 'content-type');
  const media = documented.length === 1 || type === undefined ? only : mediaFor(documented, type);
  return withStatedDefaults(api, media?.schema, body, new Date(clock.now()).toISOString());
}
