import type { ApiModel } from '../../model/api-model.ts';
import { isObject, objectOf, type Json, type JsonObject } from '../../base/json.ts';
import { nearest } from '../../base/nearest.ts';
import type { SourceLocation } from '../../base/source-location.ts';
import { UserError } from '../../base/user-error.ts';
import {
  NO_PROFILES,
  PROFILES,
  type ClientSecret,
  type GivenProfiles,
  type Profile,
} from '../../contract/wire/profiles.ts';
import { variableOf } from '../../contract/wire/redact.ts';
import { parseYaml, type YamlSource } from '../../load/yaml-source.ts';
import type { Io } from '../io.ts';

/** A file, or what such a file would hold, at a place of another. */
export type CredentialSource =
  | string
  | { readonly source: YamlSource; readonly at: readonly string[] };

/**
 * The credentials to test an API with: those of a file, and where it has none those that the
 * environment holds as `KILN_<SCHEME>`, or as `KILN_<SCHEME>_<PROFILE>`: `KILN_BEARER_AUTH_EXPIRED`.
 * Throws a UserError for a line of the file that is about no security scheme of `apis`, unless `mayHoldMore`: the
 * inputs of workflows stand in such a file, too.
 */
export async function readCredentials(
  io: Io,
  from: CredentialSource | undefined,
  apis: readonly ApiModel[],
  mayHoldMore = false,
): Promise<GivenProfiles> {
  const schemes = [...new Set(apis.flatMap(({ securitySchemes }) => [...securitySchemes.keys()]))];
  const given = await readProfiles(io, from, mayHoldMore ? undefined : schemes);
  const withEnvironment = PROFILES.map((profile) => {
    const found = schemes.flatMap((scheme) => {
      const secret = io.variable(variableOf(scheme, profile));
      return secret === undefined || secret === '' ? [] : [[scheme, secret] as const];
    });
    return [profile, new Map([...found, ...given[profile]])] as const;
  });
  return { ...given, ...Object.fromEntries(withEnvironment) };
}

/**
 * Reads a credentials file: a YAML map from security scheme to secret, or from profile to such maps.
 * A secret may be `{username, password}`, or `{clientId, clientSecret}` where a client gets its tokens
 * itself, with `scope` and `tokenUrl`. A secret written `${NAME}` or `$NAME` is taken from the environment, so that the file itself can be
 * committed. Throws a UserError where it names something else than `schemes`, if these are given.
 */
export async function readProfiles(
  io: Io,
  from: CredentialSource | undefined,
  schemes?: readonly string[],
): Promise<GivenProfiles> {
  if (from === undefined) return NO_PROFILES;
  const { source, at } =
    typeof from === 'string' ? { source: parseYaml(await io.readText(from), from), at: [] } : from;
  const value = at.reduce<Json>((node, key) => objectOf(node)[key] ?? null, source.value);
  if (!isObject(value)) throw misshapen(source, at, 'The file is not a map');
  const variables = new Map<string, string>();
  const byProfile = PROFILES.filter((profile) => isProfile(value[profile]));
  if (byProfile.length === 0) {
    checkNames(source, at, value, schemes);
    note(variables, 'good', value);
    return { ...NO_PROFILES, variables, good: secretsIn(io, source, at, value) };
  }
  checkNames(source, at, value, schemes && PROFILES);
  for (const profile of byProfile) checkNames(source, [...at, profile], value[profile], schemes);
  const read = byProfile.map((profile) => {
    note(variables, profile, value[profile]);
    return [profile, secretsIn(io, source, [...at, profile], value[profile])] as const;
  });
  return { ...NO_PROFILES, variables, ...Object.fromEntries(read) };
}

function secretsIn(
  io: Io,
  source: YamlSource,
  below: readonly string[],
  value: Json | undefined,
): ReadonlyMap<string, string | ClientSecret> {
  return new Map(
    Object.entries(isObject(value) ? value : {}).map(([scheme, secret]) => {
      const at = [...below, scheme];
      if (isObject(secret)) return [scheme, partsOf(io, source, at, secret)] as const;
      return [scheme, textOf(io, source, at, secret)] as const;
    }),
  );
}

/** A secret of several parts: those of a user, or those of a client. */
function partsOf(
  io: Io,
  source: YamlSource,
  at: readonly string[],
  parts: JsonObject,
): string | ClientSecret {
  const part = (name: string) => textOf(io, source, [...at, name], parts[name]);
  const optional = (name: string) => (parts[name] === undefined ? undefined : part(name));
  if ('username' in parts) return `${part('username')}:${part('password')}`;
  return {
    clientId: part('clientId'),
    clientSecret: part('clientSecret'),
    scope: optional('scope'),
    tokenUrl: optional('tokenUrl'),
  };
}

function textOf(
  io: Io,
  source: YamlSource,
  at: readonly string[],
  secret: Json | undefined,
): string {
  const name = at.at(-1) ?? '';
  if (secret === undefined) throw misshapen(source, at.slice(0, -1), `There is no ${name}`);
  if (typeof secret !== 'string') throw misshapen(source, at, `The secret of ${name} is no string`);
  const variable = variableIn(secret);
  const known = variable === undefined ? secret : io.variable(variable);
  if (known !== undefined) return known;
  throw new UserError('variable-unset', `The environment has no ${variable}`, {
    at: source.locate(at),
    hint: `Set it, or write the secret of ${name} into the file.`,
  });
}

/** Of `${NAME}` and `$NAME`, the name. */
function variableIn(secret: Json | undefined): string | undefined {
  if (typeof secret !== 'string') return undefined;
  return /^\$(?:\{(\w+)\}|([A-Z][A-Z0-9_]*))$/.exec(secret)?.slice(1).find(Boolean);
}

/** Notes which secrets are taken from the environment, so that what is printed can name the same variable. */
function note(variables: Map<string, string>, profile: Profile, secrets: Json | undefined): void {
  for (const [scheme, secret] of Object.entries(objectOf(secrets))) {
    const variable = variableIn(secret);
    if (variable !== undefined) variables.set(`${profile} ${scheme}`, variable);
  }
}

/** A map of schemes, and not a secret of several parts of a scheme that is called as a profile is. */
function isProfile(value: Json | undefined): boolean {
  return isObject(value) && !('clientId' in value) && !('username' in value);
}

/** Refuses a name that nobody knows: its secret would be ignored in silence. */
function checkNames(
  source: YamlSource,
  below: readonly string[],
  value: Json | undefined,
  known: readonly string[] | undefined,
): void {
  const names = Object.keys(isObject(value) ? value : {});
  const strange = names.find((name) => known && !known.includes(name));
  if (strange === undefined || !known) return;
  throw unknownCredential(strange, known, source.locate([...below, strange]));
}

/** Says that a secret is for none of the security schemes that there are. */
export function unknownCredential(
  name: string,
  known: readonly string[],
  at?: SourceLocation,
): UserError {
  const meant = nearest(name, known);
  const choice =
    known.length === 0
      ? 'The description has no securitySchemes.'
      : `It can be one of: ${known.join(', ')}.`;
  return new UserError('credentials-unknown', `Nothing takes the credential "${name}"`, {
    ...(at && { at }),
    hint: `${meant === undefined ? '' : `Did you mean ${meant}? `}${choice}`,
  });
}

function misshapen({ locate }: YamlSource, at: readonly string[], what: string): UserError {
  return new UserError('credentials-misshapen', what, {
    at: locate(at),
    hint: `Write a line for each security scheme, such as "key: \${API_KEY}", or those lines below one of: ${PROFILES.join(', ')}.`,
  });
}
