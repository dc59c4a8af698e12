import type { ApiModel } from '../../scripts/model/api-model.ts';
import { renderLocation } from '../../scripts/base/source-location.ts';
import { UserError } from '../../scripts/base/user-error.ts';
import { loadApi } from '../../scripts/load/load-api.ts';

/** The start of a description, on four lines: what a test adds begins on the fifth. */
export const HEAD = `openapi: 3.1.0
jsonSchemaDialect: https://json-schema.org/draft/2020-12/schema
info: {title: Pets, version: '1'}
paths: {}
`;

/** Loads `pets/openapi.yaml` from files in memory; the bundle is given, as Redocly would make it. */
export function loadFiles(files: Readonly<Record<string, string>>, bundle = {}): Promise<ApiModel> {
  return loadApi('pets/openapi.yaml', {
    readText(path) {
      const text = files[path];
      return text === undefined ? Promise.reject(new Error(path)) : Promise.resolve(text);
    },
    exists: (path) => Promise.resolve(path in files),
    bundle: () => Promise.resolve(JSON.stringify(bundle)),
  });
}

export function loadText(text: string): Promise<ApiModel> {
  return loadFiles({ 'pets/openapi.yaml': text });
}

/** What the user would read of the parts that were left aside. */
export async function asideOf(loading: Promise<ApiModel>): Promise<string[]> {
  const { aside } = await loading;
  return aside.map(({ what, name, at, why }) => `${renderLocation(at)}: ${what} ${name}: ${why}`);
}

/** What the user would read of the error that a promise ends with. */
export async function refusalOf(loading: Promise<unknown>): Promise<string> {
  const error = await loading.then(
    () => 'nothing was refused',
    (reason: unknown) => reason,
  );
  if (error instanceof UserError)
    return `${error.message} (${error.code}) ${error.hint ?? ''}`.trim();
  throw error;
}
