import { dirname, sep } from 'node:path';
import { UserError } from '../base/user-error.ts';
import type { Outputs } from '../load/project-config.ts';
import { realPath } from './real-path.ts';

/**
 * Throws a UserError where a link in a folder that Kiln writes to leads a file of it out of there. Where such a
 * folder lies is the user's to say; what is in it stays in it.
 */
export async function refuseOutside(path: string, outputs: Outputs): Promise<void> {
  const top = Object.values(outputs).find((folder) => path.startsWith(`${folder}/`));
  if (top === undefined) return;
  const [folder, place] = await Promise.all([realPath(top), realPath(dirname(path))]);
  if (place === folder || place.startsWith(`${folder}${sep}`)) return;
  throw new UserError('output-outside', `${dirname(path)} is a link that leads to ${place}`, {
    hint: `Remove it: Kiln changes nothing outside ${top}/.`,
  });
}
