import { dirname, sep } from 'node:path';
import { UserError } from '../base/user-error.ts';
import { realPath } from './real-path.ts';

/** The folders that Kiln writes to. Where one of them lies is the user's to say; what is in it stays in it. */
const OUTPUT = ['generated', 'reports'];

/** Throws a UserError where a link in a folder that Kiln writes to leads a file of it out of there. */
export async function refuseOutside(path: string): Promise<void> {
  const [top = ''] = path.split('/');
  if (!OUTPUT.includes(top) || dirname(path) === '.') return;
  const [folder, place] = await Promise.all([realPath(top), realPath(dirname(path))]);
  if (place === folder || place.startsWith(`${folder}${sep}`)) return;
  throw new UserError('output-outside', `${dirname(path)} is a link that leads to ${place}`, {
    hint: `Remove it: Kiln changes nothing outside ${top}/.`,
  });
}
