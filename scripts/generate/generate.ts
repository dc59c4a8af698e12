import type { ApiModel } from '../model/api-model.ts';
import type { OutputFile } from '../base/output-file.ts';
import { UserError } from '../base/user-error.ts';
import { GENERATORS } from './generators.ts';
import { MANIFEST, toManifest, withoutApis, type Manifest } from './manifest.ts';
import { PACKAGE_NAME, renderJson, renderPackageFiles } from './package-files.ts';
import { renderApiReadme } from './readme.ts';
import { renderClient } from './render-client.ts';
import { renderConstants } from './render-constants.ts';
import { renderTypes } from './render-types.ts';
import { runtimeModules } from './runtime-modules.ts';
import type { Contract } from './runtime/contract.ts';
import { toContract } from './to-contract.ts';
import { transpile } from './transpile.ts';
import { withMethodNames } from './with-method-names.ts';

/** What else the package is made of. */
export interface PackageParts {
  /** The modules under `generate/runtime/`, as TypeScript; their paths are relative to it. */
  readonly runtime: readonly OutputFile[];
  /** The modules under `base/` and `wire/`, of which the runtime takes those that it imports. */
  readonly floors: readonly OutputFile[];
  /** The bundled descriptions, which the manifest covers too. */
  readonly bundles: readonly OutputFile[];
  /** What the package records already; its other APIs stay. */
  readonly recorded: Manifest;
  /** What bundled them, and how that was set up. */
  readonly bundler: string;
  /** Name of the package, where the user gives one. */
  readonly packageName?: string | undefined;
}

/** Folders of the package that are not an API's. */
const RESERVED = ['runtime', 'site', 'node_modules'];

/**
 * One npm package with a typed client for each API. Paths are relative to the package; the manifest
 * comes last, so that it is written when all it lists is there.
 */
export async function generateClients(
  described: readonly ApiModel[],
  { runtime, floors, bundles, recorded, bundler, packageName = PACKAGE_NAME }: PackageParts,
): Promise<OutputFile[]> {
  for (const api of described) checkName(api);
  const apis = described.map(withMethodNames);
  const clients = apis.map((api) => generateClient(api, packageName));
  const modules = runtimeModules(runtime, floors).flatMap(({ path, text }) =>
    transpile({ path: `runtime/${path}`, text }, `// ${NOTICE}\n`),
  );
  const kept = withoutApis(recorded, apis);
  const own = [...bundles, ...clients.flat(), ...modules];
  const making = { generators: GENERATORS, bundler };
  const common = renderPackageFiles(toManifest(apis, [], kept, making), packageName);
  const files = [...own, ...common];
  return [...files, { path: MANIFEST, text: renderJson(toManifest(apis, files, kept, making)) }];
}

const NOTICE = 'Made by "kiln generate": change the description, not this.';

function generateClient(api: ApiModel, packageName: string): OutputFile[] {
  const contract = toContract(api);
  const header = `// ${NOTICE}\n`;
  const folder = api.name;
  return [
    { path: `${folder}/types.d.ts`, text: `${header}${renderTypes(api)}` },
    ...renderConstants(`${folder}/operations`, constantsOf(contract), header),
    ...transpile({ path: `${folder}/client.ts`, text: renderClient(api, contract) }, header),
    { path: `${folder}/README.md`, text: renderApiReadme(api, contract, packageName) },
  ];
}

function constantsOf({ servers, schemes, operations, xml, rate, session, webhooks }: Contract) {
  const calls = 'How each operation is called, and what it may answer.';
  const written = 'How bodies are written as XML.';
  return [
    { name: 'servers', value: servers },
    { name: 'schemes', value: schemes },
    { name: 'operations', value: operations, comment: calls },
    ...(xml ? [{ name: 'xml', value: xml, comment: written }] : []),
    ...(rate ? [{ name: 'rate', value: rate, comment: 'Requests in a window of seconds.' }] : []),
    ...(session ? [{ name: 'session', value: session, comment: 'What issues a credential.' }] : []),
    ...(webhooks ? [{ name: 'webhooks', value: webhooks, comment: 'How each is answered.' }] : []),
  ];
}

function checkName({ name }: ApiModel): void {
  if (!RESERVED.includes(name)) return;
  throw new UserError('name-reserved', `An API cannot be called "${name}"`, {
    hint: `The generated package has a folder of that name. Rename the description's folder.`,
  });
}
