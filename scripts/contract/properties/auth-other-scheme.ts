import type { ApiModel, Operation } from '../../model/api-model.ts';
import { askWith } from '../ask-with.ts';
import { judgeUnauthenticated, needsCredential } from '../judges/unauthenticated.ts';
import type { Property } from '../property.ts';
import { credentialOf, type Secrets } from '../wire/credentials.ts';

export const authOtherScheme: Property = {
  id: 'auth.other-scheme',
  title: 'a credential of a scheme that the operation does not take is refused',
  unless({ api, operation, profiles }) {
    const reason = needsCredential({ api, operation });
    if (reason !== undefined) return reason;
    return foreign(api, operation, profiles.good).length > 0
      ? undefined
      : 'the operation takes every scheme that a credential is at hand for';
  },
  check: (bench) =>
    askWith(
      bench,
      judgeUnauthenticated,
      foreign(bench.api, bench.operation, bench.profiles.good).map(({ name, secrets }) => ({
        credential: credentialOf(bench.api, [name], secrets),
        how: 'with the credential of another scheme',
      })),
    ),
};

/**
 * Good credentials of other schemes, where those want them and where this operation's scheme does; none that is, as it
 * is sent, one that the operation takes: nobody could tell them apart.
 */
function foreign(api: ApiModel, { security }: Operation, good: Secrets) {
  const taken = security.flatMap((it) => [...it.keys()]);
  const [own = ''] = taken;
  const others = [...api.securitySchemes.keys()].filter(
    (name) => good.has(name) && !taken.includes(name),
  );
  const sent = (name: string, secrets: Secrets) =>
    JSON.stringify(credentialOf(api, [name], secrets));
  const known = new Set(taken.map((name) => sent(name, good)));
  return others
    .flatMap((name) => {
      const misused = new Map([[own, good.get(name) ?? '']]);
      const isAlone = security.every((it) => it.size === 1) && !isShared(api, own, name);
      return [{ name, secrets: good }, ...(isAlone ? [{ name: own, secrets: misused }] : [])];
    })
    .filter(({ name, secrets }) => !known.has(sent(name, secrets)));
}

/** Whether one scheme takes credentials of the other: some stand for both in `mock.yaml`. */
function isShared({ fixtures: { credentials } }: ApiModel, own: string, other: string): boolean {
  const values = credentials.filter(({ scheme }) => scheme === own).map(({ value }) => value);
  return credentials.some(({ scheme, value }) => scheme === other && values.includes(value));
}
