import type { Operation } from '../../model/api-model.ts';
import { askWith } from '../ask-with.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { credentialOf } from '../wire/credentials.ts';

export const authPartial: Property = {
  id: 'auth.partial',
  title: 'of credentials that are needed together, none may be missing',
  unless({ api, operation }) {
    const reason = needsCredential({ api, operation });
    if (reason !== undefined) return reason;
    return incomplete(operation).length > 0 ? undefined : 'no credentials are needed together';
  },
  check: (bench) =>
    askWith(
      bench,
      judgeUnauthenticated,
      incomplete(bench.operation).map((schemes) => ({
        credential: credentialOf(bench.api, schemes, bench.profiles.good),
        how: `with ${schemes.join(' and ')} alone`,
      })),
    ),
};

/** Each requirement without one of its schemes, unless the rest is an alternative of its own. */
function incomplete({ security }: Operation): string[][] {
  const suffices = (schemes: readonly string[]) =>
    security.some((it) => [...it.keys()].every((name) => schemes.includes(name)));
  return security.flatMap((requirement) => {
    const schemes = [...requirement.keys()];
    if (schemes.length < 2) return [];
    return schemes
      .map((missing) => schemes.filter((it) => it !== missing))
      .filter((rest) => !suffices(rest));
  });
}
