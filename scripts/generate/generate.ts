import type { ApiModel } from '../model/api-model.ts';
import type { OutputFile } from '../base/output-file.ts';
import { UserError } from '../base/user-error.ts';
import { GENERATORS } from './generators.ts';
import { MANIFEST, toManifest, withoutApis, type Manifest } from './manifest.ts';
import { PACKAGE_NAME, renderJson, renderPackageFiles } from './package-files.ts';
import { renderApiReadme } from './readme.ts';
import { renderCalls } from './render-calls.ts';
import { renderClient } from './render-client.ts';
import { renderConstants } from './render-constants.ts';
import { renderModels } from './render-models.ts';
import { renderTypes } from './render-types.ts';
import { runtimeModules } from './runtime-modules.ts';
import type { Contract } from './runtime/contract.ts';
import { clientPartsOf, type ValueKinds } from './client-parts-of.ts';
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
  /** Whether integers of 64 bits may be bigints. */
  readonly hasBigints?: boolean | undefined;
  /** Whether times are `Date`s. */
  readonly hasDates?: boolean | undefined;
  /** The licence of the code that it is made of, as its file has it. */
  readonly license?: string | undefined;
}

/** Folders of the package that are not an API's. */
const RESERVED = ['runtime', 'site', 'node_modules'];

/**
 * One npm package with a typed client for each API. Paths are relative to the package; the manifest
 * comes last, so that it is written when all it lists is there.
 */
export async function generateClients(
  models: readonly ApiModel[],
  {
    runtime,
    floors,
    bundles,
    recorded,
    bundler,
    packageName,
    license,
    hasBigints = false,
    hasDates = false,
  }: PackageParts,
): Promise<OutputFile[]> {
  for (const api of models) checkName(api);
  const apis = models.map(withMethodNames);
  const kinds = { hasBigints, hasDates };
  const clients = apis.map((api) => generateClient(api, packageName ?? PACKAGE_NAME, kinds));
  const modules = runtimeModules(runtime, floors).flatMap(({ path, text }) =>
    transpile({ path: `runtime/${path}`, text }, `// ${NOTICE}\n`, true),
  );
  const kept = withoutApis(recorded, apis);
  const own = [...bundles, ...clients.flat(), ...modules];
  const making = { generators: GENERATORS, bundler };
  const described = new Set(
    [...own.map(({ path }) => path), ...Object.keys(kept.files)].filter((path) =>
      path.endsWith('/openapi.json'),
    ),
  );
  const common = renderPackageFiles(toManifest(apis, [], kept, making), {
    packageName,
    license,
    isDescribed: (name) => described.has(`${name}/openapi.json`),
  });
  const files = [...own, ...common];
  return [...files, { path: MANIFEST, text: renderJson(toManifest(apis, files, kept, making)) }];
}

const NOTICE = 'Made by "kiln generate": change the description, not this.';

/** A module of types, for whoever imports it without saying that types are all that is wanted. */
const NO_VALUES = 'export {};\n';

function generateClient(
  api: ApiModel,
  packageName: string,
  { hasBigints, hasDates }: ValueKinds,
): OutputFile[] {
  const { shapes, contract } = clientPartsOf(api, hasDates);
  const header = `// ${NOTICE}\n`;
  const folder = api.name;
  return [
    { path: `${folder}/types.d.ts`, text: `${header}${renderTypes(api, { shapes, hasBigints })}` },
    { path: `${folder}/types.js`, text: `${header}${NO_VALUES}` },
    { path: `${folder}/models.d.ts`, text: `${header}${renderModels(shapes)}` },
    { path: `${folder}/models.js`, text: `${header}${NO_VALUES}` },
    ...renderCalls(api, contract, header),
    ...renderConstants(`${folder}/operations`, constantsOf(contract), header),
    ...transpile({ path: `${folder}/client.ts`, text: renderClient(api, contract) }, header),
    { path: `${folder}/README.md`, text: renderApiReadme(api, contract, packageName) },
  ];
}

function constantsOf({
  servers,
  schemes,
  operations,
  xml,
  rate,
  session,
  webhooks,
  dateTimes,
}: Contract) {
  const calls = 'How each operation is called, and what it may answer.';
  const written = 'How bodies are written as XML.';
  return [
    { name: 'servers', value: servers },
    { name: 'schemes', value: schemes },
    { name: 'operations', value: operations, comment: calls },
    ...(xml ? [{ name: 'xml', value: xml, comment: written }] : []),
    ...(rate ? [{ name: 'rate', value: rate, comment: 'Requests in a window of seconds.' }] : []),
    ...(session ? [{ name: 'session', value: session, comment: 'What issues a credential.' }] : []),
    ...(dateTimes ? [{ name: 'dateTimes', value: dateTimes, comment: 'Where times are.' }] : []),
    ...(webhooks ? [{ name: 'webhooks', value: webhooks, comment: 'How each is answered.' }] : []),
  ];
}

function checkName({ name }: ApiModel): void {
  if (!RESERVED.includes(name)) return;
  throw new UserError('name-reserved', `An API cannot be called "${name}"`, {
    hint: `The generated package has a folder of that name. Rename the description's folder.`,
  });
}
