import { dirname, sep } from 'node:path';
import type { Boundary } from '../load/read-sources.ts';
import type { Io } from './io.ts';

/**
 * The folder that a description may read from: the one that the user names, else the working folder, or that of the
 * description where it does not lie within. Links count as what they lead to.
 */
export async function boundaryOf(io: Io, root: string): Promise<Boundary> {
  const [here, own] = await Promise.all([io.realPath('.'), io.realPath(dirname(root))]);
  const folder =
    io.root === undefined ? (isBelow(own, here) ? here : own) : await io.realPath(io.root);
  return { folder, holds: async (path) => isBelow(await io.realPath(path), folder) };
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
