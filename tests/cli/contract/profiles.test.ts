import { beforeAll, describe, expect, test } from 'vitest';
import { readCredentials, readProfiles } from '../../../scripts/cli/contract/profiles.ts';
import { loadDescription } from '../../../scripts/cli/descriptions.ts';
import { nodeIo, type Io } from '../../../scripts/cli/io.ts';
import type { ApiModel } from '../../../scripts/model/api-model.ts';
import { DEPOT, PARCELS } from '../../contract/run-parcels.ts';

let parcels: ApiModel;
let depot: ApiModel;
beforeAll(async () => {
  parcels = await loadDescription(nodeIo, PARCELS);
  depot = await loadDescription(nodeIo, DEPOT);
});

/** A file and an environment that are nowhere else. */
function ioWith(text: string, environment: Readonly<Record<string, string>> = {}): Io {
  return {
    ...nodeIo,
    readText: async () => text,
    variable: (name) => environment[name],
  };
}

/** What was read, without the profiles that are empty. */
async function read(text: string | undefined, environment: Record<string, string> = {}) {
  const io = ioWith(text ?? '', environment);
  const profiles = await readCredentials(io, text && 'secrets.yaml', [parcels]);
  return Object.fromEntries(
    Object.entries(profiles).flatMap(([profile, secrets]) =>
      secrets.size > 0 ? [[profile, Object.fromEntries(secrets)]] : [],
    ),
  );
}

describe('the environment', () => {
  test('holds a secret for each scheme, and for each of its profiles', async () => {
    const environment = { KILN_KEY: 'one', KILN_KEY_EXPIRED: 'two', KILN_PIN_READ_ONLY: 'three' };
    expect(await read(undefined, environment)).toEqual({
      good: { key: 'one' },
      expired: { key: 'two' },
      readOnly: { pin: 'three' },
    });
  });

  test('is outranked by the file, and adds what that leaves out', async () => {
    const environment = { KILN_KEY: 'theirs', KILN_PIN: 'four' };
    expect(await read('key: ours', environment)).toEqual({ good: { key: 'ours', pin: 'four' } });
  });

  test('has nothing to say by an empty variable, or by one of another scheme', async () => {
    expect(await read(undefined, { KILN_KEY: '', KILN_DOOR: 'five', KEY: 'six' })).toEqual({});
  });

  test('serves the schemes of every API that is tested', async () => {
    const io = ioWith('', { KILN_KEY: 'one' });
    const { good } = await readCredentials(io, undefined, [depot, parcels]);
    expect(good.get('key')).toBe('one');
  });
});

describe('a file', () => {
  test.for<[string, string, object]>([
    ['is a map from scheme to secret', 'key: one', { good: { key: 'one' } }],
    [
      'is a map from profile to such maps',
      'good: { key: one }\nmetered: { key: two }',
      { good: { key: 'one' }, metered: { key: 'two' } },
    ],
    [
      'may have a user and a password',
      'key: { username: me, password: "${TOKEN}" }',
      { good: { key: 'me:secret' } },
    ],
    [
      'may have a client that gets its tokens',
      'good: { key: { clientId: me, clientSecret: $TOKEN, scope: a b } }',
      {
        good: {
          key: { clientId: 'me', clientSecret: 'secret', scope: 'a b', tokenUrl: undefined },
        },
      },
    ],
    [
      'names a variable',
      'key: $TOKEN',
      { good: { key: 'secret' }, variables: { 'good key': 'TOKEN' } },
    ],
    [
      'names a variable in braces',
      'expired: { key: "${TOKEN}" }',
      { expired: { key: 'secret' }, variables: { 'expired key': 'TOKEN' } },
    ],
    ['may have a secret with a $ in it', 'key: a$TOKEN', { good: { key: 'a$TOKEN' } }],
    ['may have a secret that begins with $', 'key: $2b$10', { good: { key: '$2b$10' } }],
  ])('%s', async ([, text, wanted]) => {
    expect(await read(text, { TOKEN: 'secret' })).toEqual(wanted);
  });

  test.for<{ of: string; text: string; code: string; line: number; says: string; hint: RegExp }>([
    {
      of: 'a scheme that nobody has',
      text: 'key: one\nkee: two',
      code: 'credentials-unknown',
      line: 2,
      says: 'Nothing takes the credential "kee"',
      hint: /^Did you mean key\? It can be one of: .*\bpin\b/,
    },
    {
      of: 'a profile that nobody has',
      text: 'good: { key: one }\nexpird: { key: two }',
      code: 'credentials-unknown',
      line: 2,
      says: 'Nothing takes the credential "expird"',
      hint: /^Did you mean expired\? It can be one of: good, expired/,
    },
    {
      of: 'a scheme that nobody has, in a profile',
      text: 'good:\n  key: one\nexpired:\n  pen: two',
      code: 'credentials-unknown',
      line: 4,
      says: 'Nothing takes the credential "pen"',
      hint: /^Did you mean pin\?/,
    },
    {
      of: 'a variable that is not set',
      text: 'key: one\npin: $NOWHERE',
      code: 'variable-unset',
      line: 2,
      says: 'The environment has no NOWHERE',
      hint: /^Set it, or write the secret of pin into the file\.$/,
    },
    {
      of: 'a secret that YAML takes for a number',
      text: 'key: one\npin: 1234',
      code: 'credentials-misshapen',
      line: 2,
      says: 'The secret of pin is no string',
      hint: /^Write a line for each security scheme/,
    },
    {
      of: 'a client without a secret',
      text: 'key: { clientId: one }',
      code: 'credentials-misshapen',
      line: 1,
      says: 'There is no clientSecret',
      hint: /^Write a line for each security scheme/,
    },
    {
      of: 'a list',
      text: '- key',
      code: 'credentials-misshapen',
      line: 1,
      says: 'The file is not a map',
      hint: /^Write a line for each security scheme/,
    },
  ])('is refused at its line for $of', async ({ text, code, line, says, hint }) => {
    const found = await read(text).catch((error: unknown) => error);
    expect(found).toMatchObject({ code, message: `secrets.yaml:${line}: ${says}` });
    expect((found as { hint: string }).hint).toMatch(hint);
  });

  test('is not asked for its names where nobody knows them', async () => {
    const { good } = await readProfiles(ioWith('door: open'), 'secrets.yaml');
    expect([...good]).toEqual([['door', 'open']]);
  });
});
