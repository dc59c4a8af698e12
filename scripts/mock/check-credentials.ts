import type { ApiModel } from '../model/api-model.ts';
import { UserError } from '../base/user-error.ts';

/** Finds at the start what the description's fixtures name and nobody knows. Throws a UserError for it. */
export function checkCredentials({ fixtures, securitySchemes, source }: ApiModel): void {
  const known = [...securitySchemes.keys()];
  const lost = fixtures.credentials.find(({ scheme }) => !securitySchemes.has(scheme));
  if (!lost) return;
  const file = `${source.slice(0, source.lastIndexOf('/') + 1)}mock.yaml`;
  throw new UserError('unknown-scheme', `${file}: "${lost.id}" has the scheme "${lost.scheme}"`, {
    hint: `The security schemes are: ${known.join(', ') || 'none'}.`,
  });
}
