import { isObject, type Json } from '../core/json.ts';
import { UserError } from '../core/user-error.ts';
import type { Secrets } from '../contract/wire/credentials.ts';
import { NO_PROFILES, PROFILES, type Profiles } from '../contract/wire/profiles.ts';
import { parseYaml, type YamlSource } from '../load/yaml-source.ts';
import type { Io } from './io.ts';

/**
 * Reads a credentials file: a YAML map from security scheme to secret, or from profile to such maps.
 * A secret written `${NAME}` is taken from the environment, so that the file itself can be committed.
 */
export async function readProfiles(io: Io, file: string | undefined): Promise<Profiles> {
  if (file === undefined) return NO_PROFILES;
  const source = parseYaml(await io.readText(file), file);
  const { value } = source;
  if (!isObject(value)) throw misshapen(source, [], 'The file is not a map');
  const byProfile = PROFILES.filter((profile) => isObject(value[profile]));
  if (byProfile.length === 0) return { ...NO_PROFILES, good: secretsIn(io, source, [], value) };
  const read = byProfile.map((profile) => {
    return [profile, secretsIn(io, source, [profile], value[profile])] as const;
  });
  return { ...NO_PROFILES, ...Object.fromEntries(read) };
}

function secretsIn(
  io: Io,
  source: YamlSource,
  below: readonly string[],
  value: Json | undefined,
): Secrets {
  return new Map(
    Object.entries(isObject(value) ? value : {}).map(([scheme, secret]) => {
      const at = [...below, scheme];
      if (typeof secret !== 'string')
        throw misshapen(source, at, `The secret of ${scheme} is no string`);
      const variable = /^\$\{(\w+)\}$/.exec(secret)?.[1];
      const known = variable === undefined ? secret : io.variable(variable);
      if (known !== undefined) return [scheme, known] as const;
      throw new UserError('variable-unset', `The environment has no ${variable}`, {
        at: source.locate(at),
        hint: `Set it, or write the secret of ${scheme} into the file.`,
      });
    }),
  );
}

function misshapen({ locate }: YamlSource, at: readonly string[], what: string): UserError {
  return new UserError('credentials-misshapen', what, {
    at: locate(at),
    hint: `Write a line for each security scheme, such as "key: \${API_KEY}", or those lines below one of: ${PROFILES.join(', ')}.`,
  });
}
