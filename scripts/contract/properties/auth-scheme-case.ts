import { askWith } from '../ask-with.ts';
import { isCarried } from '../judges/unauthenticated.ts';
import { judgeAdmitted } from '../judges/admitted.ts';
import type { Property } from '../property.ts';
import { credentialFor, type AppliedCredential, type Secrets } from '../wire/credentials.ts';
import type { ApiModel, Operation } from '../../model/api-model.ts';

export const authSchemeCase: Property = {
  id: 'auth.scheme-case',
  title: 'the word before a credential may be in any case (RFC 9110, section 11.1)',
  ground: 'standard',
  unless: ({ api, operation, profiles }) =>
    respelled(api, operation, profiles.good).length > 0
      ? undefined
      : 'no word stands before a credential in Authorization',
  check(bench) {
    const { api, operation, profiles } = bench;
    const how = 'with the word before it in another case';
    const credentials = respelled(api, operation, profiles.good);
    return askWith(
      bench,
      judgeAdmitted,
      credentials.map((credential) => ({ credential, how })),
    );
  },
};

function respelled(api: ApiModel, operation: Operation, secrets: Secrets): AppliedCredential[] {
  const credential = credentialFor(api, operation, secrets);
  const isSent = operation.security.every((it) => isCarried(api, [...it.keys()]));
  if (!isSent || !credential?.headers.some(isWord)) return [];
  const changes = [(word: string) => word.toLowerCase(), (word: string) => word.toUpperCase()];
  return changes.map((change) => ({
    ...credential,
    headers: credential.headers.map((field) =>
      isWord(field) ? ([field[0], field[1].replace(/^\w+/, change)] as const) : field,
    ),
  }));
}

function isWord([name, value]: readonly [string, string]): boolean {
  return name.toLowerCase() === 'authorization' && /^\w+ ./.test(value);
}
