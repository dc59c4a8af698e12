import kilnPackage from '#package' with { type: 'json' };
import type { OutputFile } from '../base/output-file.ts';
import { GENERATORS } from './generators.ts';
import type { Manifest } from './manifest.ts';
import { renderPackageReadme } from './readme.ts';

/** The name of the clients' package unless the user gives another. */
export const PACKAGE_NAME = 'kiln-clients';

/** What a package is called, and what it holds besides clients. */
interface PackageTraits {
  /** Name that the user gives it. */
  readonly packageName: string | undefined;
  readonly license: string | undefined;
  /** Whether the description of an API is in it. */
  readonly isDescribed: (name: string) => boolean;
}

/** The files that the package has once, from what is recorded of all its APIs. */
export function renderPackageFiles(
  { descriptions }: Pick<Manifest, 'descriptions'>,
  traits: PackageTraits,
): OutputFile[] {
  const apis = Object.entries(descriptions).map(([name, it]) => ({ name, ...it }));
  const names = apis.map(({ name }) => name);
  const { packageName = PACKAGE_NAME, license } = traits;
  return [
    { path: 'package.json', text: renderJson(toPackage(names, traits)) },
    {
      path: 'README.md',
      text: renderPackageReadme(apis, packageName, names.some(traits.isDescribed)),
    },
    ...(license === undefined ? [] : [{ path: 'LICENSE', text: license }]),
  ];
}

export function renderJson(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

function toPackage(
  names: readonly string[],
  { packageName, license, isDescribed }: PackageTraits,
): object {
  const entryPoints = names.flatMap((name) => [
    [`./${name}`, moduleAt(`./${name}/client`)],
    [`./${name}/operations`, moduleAt(`./${name}/calls`)],
    [`./${name}/models`, moduleAt(`./${name}/models`)],
    [`./${name}/types`, moduleAt(`./${name}/types`)],
    // Nothing imports YAML.
    ...(isDescribed(name) ? [[`./${name}/openapi.json`, `./${name}/openapi.json`]] : []),
  ]);
  return {
    name: packageName ?? PACKAGE_NAME,
    version: kilnPackage.version,
    description: 'Typed API clients, generated from OpenAPI descriptions by Kiln',
    ...(license !== undefined && { license: kilnPackage.license }),
    // Whoever has given it a name may want to publish it.
    ...(packageName === undefined && { private: true }),
    type: 'module',
    sideEffects: false,
    engines: { node: '>=20.19' },
    exports: { ...Object.fromEntries(entryPoints), './package.json': './package.json' },
    files: [...names, 'runtime'],
    dependencies: { 'openapi-fetch': GENERATORS['openapi-fetch'] },
  };
}

function moduleAt(stem: string): object {
  return { types: `${stem}.d.ts`, default: `${stem}.js` };
}
