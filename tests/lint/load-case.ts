import { nodeIo } from '../../scripts/cli/io.ts';
import type { ApiModel } from '../../scripts/model/api-model.ts';
import { loadApi } from '../../scripts/load/load-api.ts';

/** Folder of the cases, relative to the project root, from which tests run. */
export const CASES = 'tests/lint/cases';

/** Loads a description of one file from disk. */
export function loadCase(root: string): Promise<ApiModel> {
  const { readText, exists } = nodeIo;
  return loadApi(root, { readText, exists, bundle: () => Promise.reject(new Error('one file')) });
}

/** Loads a description from its text. */
export function loadText(text: string): Promise<ApiModel> {
  return loadApi('pets.yaml', {
    readText: (path) =>
      path === 'pets.yaml' ? Promise.resolve(text) : Promise.reject(new Error(path)),
    exists: () => Promise.resolve(false),
    bundle: () => Promise.reject(new Error('one file')),
  });
}
