import kilnPackage from '#package' with { type: 'json' };
import type { OutputFile } from '../base/output-file.ts';
import { GENERATORS } from './generators.ts';
import type { Manifest } from './manifest.ts';
import { renderPackageReadme } from './readme.ts';

/** The name of the clients' package unless the user gives another. */
export const PACKAGE_NAME = 'kiln-clients';

/** The files that the package has once, from what is recorded of all its APIs. */
export function renderPackageFiles(
  { descriptions }: Pick<Manifest, 'descriptions'>,
  packageName: string,
): OutputFile[] {
  const apis = Object.entries(descriptions).map(([name, it]) => ({ name, ...it }));
  return [
    {
      path: 'package.json',
      text: renderJson(
        toPackage(
          packageName,
          apis.map(({ name }) => name),
        ),
      ),
    },
    { path: 'README.md', text: renderPackageReadme(apis, packageName) },
  ];
}

export function renderJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function toPackage(packageName: string, names: readonly string[]): object {
  const entryPoints = names.flatMap((name) => [
    [`./${name}`, { types: `./${name}/client.d.ts`, default: `./${name}/client.js` }],
    [`./${name}/types`, { types: `./${name}/types.d.ts` }],
  ]);
  return {
    name: packageName,
    version: kilnPackage.version,
    description: 'Typed API clients, generated from OpenAPI descriptions by Kiln',
    private: true,
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.19' },
    exports: { ...Object.fromEntries(entryPoints), './package.json': './package.json' },
    files: [...names, 'runtime'],
    dependencies: { 'openapi-fetch': GENERATORS['openapi-fetch'] },
  };
}
