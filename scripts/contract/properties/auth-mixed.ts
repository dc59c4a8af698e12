import type { Operation } from '../../model/api-model.ts';
import { askWith } from '../ask-with.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { credentialOf } from '../wire/credentials.ts';
import type { Profiles } from '../wire/profiles.ts';

export const authMixed: Property = {
  id: 'auth.mixed',
  title: 'credentials that are needed together must be of one client',
  unless({ api, operation, profiles }) {
    const reason = needsCredential({ api, operation });
    if (reason !== undefined) return reason;
    if (!operation.security.some(({ size }) => size > 1))
      return 'no credentials are needed together';
    return mixed(operation, profiles).length > 0 ? undefined : 'no second pair is at hand';
  },
  check: (bench) =>
    askWith(
      bench,
      judgeUnauthenticated,
      mixed(bench.operation, bench.profiles).map(({ schemes, secrets }) => ({
        credential: credentialOf(bench.api, schemes, secrets),
        how: 'with halves of two pairs',
      })),
    ),
};

/** Pairs whose first half is of one client, and the rest of another that has all of it. */
function mixed({ security }: Operation, { good, other, readOnly }: Profiles) {
  return security.flatMap((requirement) => {
    const schemes = [...requirement.keys()];
    const [first = '', ...rest] = schemes;
    const own = good.get(first);
    const second = [other, readOnly].find(
      (it) => schemes.every((name) => it.has(name)) && it.get(first) !== own,
    );
    if (rest.length === 0 || own === undefined || !second) return [];
    return [{ schemes, secrets: new Map([...second, [first, own]]) }];
  });
}
