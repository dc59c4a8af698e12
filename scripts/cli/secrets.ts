import { isObject } from '../core/json.ts';
import { UserError } from '../core/user-error.ts';
import type { Secrets } from '../contract/wire/credentials.ts';
import { parseYaml } from '../load/yaml-source.ts';
import type { Io } from './io.ts';

/**
 * Reads a credentials file: a YAML map from security scheme to secret. A secret written `${NAME}` is
 * taken from the environment, so that the file itself can be committed.
 */
export async function readSecrets(io: Io, file: string | undefined): Promise<Secrets> {
  if (file === undefined) return new Map();
  const source = parseYaml(await io.readText(file), file);
  if (!isObject(source.value)) {
    throw new UserError('credentials-misshapen', `${file} is not a map from scheme to secret`, {
      hint: 'Write a line for each security scheme, such as "bearerAuth: ${API_KEY}".',
    });
  }
  return new Map(
    Object.entries(source.value).map(([scheme, value]) => {
      const at = source.locate([scheme]);
      if (typeof value !== 'string') {
        const hint = 'Quote it, or write ${NAME} to take it from the environment.';
        throw new UserError('credentials-misshapen', `The secret of ${scheme} is not a string`, {
          at,
          hint,
        });
      }
      const variable = /^\$\{(\w+)\}$/.exec(value)?.[1];
      const secret = variable === undefined ? value : io.variable(variable);
      if (secret !== undefined) return [scheme, secret] as const;
      throw new UserError('variable-unset', `The environment has no ${variable}`, {
        at,
        hint: `Set it, or write the secret of ${scheme} into the file.`,
      });
    }),
  );
}
