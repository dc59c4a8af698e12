import { dirname, join } from 'node:path';
import type { ApiModel } from '../model/api-model.ts';
import type { Io } from './io.ts';

/** Paths of a description's Arazzo files, which stand in `workflows/` beside its root file. */
export async function workflowFilesOf(io: Io, { source }: ApiModel): Promise<string[]> {
  const folder = join(dirname(source), 'workflows');
  const names = await io.list(folder);
  return names
    .filter((name) => /\.arazzo\.(ya?ml|json)$/.test(name))
    .toSorted()
    .map((name) => join(folder, name));
}
