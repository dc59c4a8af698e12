import kilnPackage from '#package' with { type: 'json' };
import type { OutputFile } from '../base/output-file.ts';
import { GENERATORS } from './generators.ts';
import type { Manifest } from './manifest.ts';
import { renderPackageReadme } from './readme.ts';

export const PACKAGE_NAME = 'kiln-clients';

/** The files that the package has once, from what is recorded of all its APIs. */
export function renderPackageFiles({ descriptions }: Pick<Manifest, 'descriptions'>): OutputFile[] {
  const apis = Object.entries(descriptions).map(([name, it]) => ({ name, ...it }));
  return [
    { path: 'package.json', text: renderJson(toPackage(apis.map(({ name }) => name))) },
    { path: 'README.md', text: renderPackageReadme(apis, PACKAGE_NAME) },
  ];
}

export function renderJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function toPackage(names: readonly string[]): object {
  const entryPoints = names.flatMap((name) => [
    [`./${name}`, { types: `./${name}/client.d.ts`, default: `./${name}/client.js` }],
    [`./${name}/types`, { types: `./${name}/types.d.ts` }],
  ]);
  return {
    name: PACKAGE_NAME,
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
