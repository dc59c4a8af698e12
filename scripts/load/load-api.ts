import type { ApiModel, SecurityScheme } from '../model/api-model.ts';
import { nodesOf } from '../model/description-nodes.ts';
import { arrayOf, isObject, objectOf, stringOf, textOf, type JsonObject } from '../base/json.ts';
import { append, parentOf, tokensOf, valueAt, type Pointer } from '../base/json-pointer.ts';
import { parseJson } from '../base/json-text.ts';
import { UserError } from '../base/user-error.ts';
import { apiNameOf } from './api-name.ts';
import { bundleSources, hasNamedSchemas } from './bundle-sources.ts';
import { checkShape } from './check-shape.ts';
import { toFixtures } from './fixtures.ts';
import { withInferredResources } from './infer-resources.ts';
import { toLedger } from './ledger.ts';
import { placeAt, toOperations, toResponses } from './operations.ts';
import { toPolicies } from './policies.ts';
import { readSources, type ReadText } from './read-sources.ts';
import { restoreIntegers } from './restore-integers.ts';
import { toSchemas } from '../values/schemas.ts';
import { allServers } from './servers.ts';
import { EXTENSION_SHAPES } from './extension-shapes.ts';
import { mapSources, toLocate, traceSources } from './source-map.ts';
import type { Sources } from './sources.ts';
import { checkDepth } from './check-depth.ts';
import { upgrade } from './upgrade/upgrade.ts';
import { isUpgraded, mayBeOlder, versionOf, type WrittenVersion } from './upgrade/version.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** What loading needs of the world. */
export interface LoadIo {
  readonly readText: ReadText;
  readonly exists: (path: string) => Promise<boolean>;
  /** Bundles the description at a path into one JSON document. */
  readonly bundle: (root: string) => Promise<string>;
  /** What is known of a description that was loaded before, as long as nothing in it has changed. */
  readonly recorded?: (root: string) => Promise<RecordedBundle | undefined>;
}

/** The outcome of an earlier bundling. */
export interface RecordedBundle {
  /** The bundle, as JSON. */
  readonly document: string;
  /** Texts of the handwritten files, by path; they are what they were. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Reads a handwritten description with its ledger and fixtures into the model; one that is older than
 * OpenAPI 3.1 is upgraded.
 * Throws a UserError at the line of whatever makes the description unusable.
 */
export async function loadApi(root: string, io: LoadIo): Promise<ApiModel> {
  const known = await io.recorded?.(root);
  // Of one that is upgraded the handwritten lines are found while it is.
  const recorded = mayBeOlder(known?.files.get(root) ?? '') ? undefined : known;
  const written = recorded ? recall(recorded, root) : await read(root, io);
  const { document, locate } = written;
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  const evidence = `${folder}evidence.yaml`;
  const ledgerText =
    written.files.get(evidence) ??
    ((await io.exists(evidence)) ? await io.readText(evidence) : undefined);
  const ledger = lazily(() =>
    ledgerText === undefined ? undefined : toLedger(parseYaml(ledgerText, evidence)),
  );
  // What was recorded was checked then.
  if (!recorded) checkDepth(document, locate);
  if (!recorded) checkExtensions(document, locate);
  if (!recorded?.files.has(evidence)) ledger();
  const fixtures = await readBeside(`${folder}mock.yaml`, io);
  const info = objectOf(document['info']);
  const operations = withInferredResources(document, toOperations(document, '#/paths'));
  return {
    name: apiNameOf(root),
    title: stringOf(info['title']) ?? apiNameOf(root),
    version: stringOf(info['version']) ?? '',
    source: root,
    upgradedFrom: written.upgradedFrom,
    document,
    servers: allServers(document, operations),
    operations,
    webhooks: toOperations(document, '#/webhooks'),
    securitySchemes: toSecuritySchemes(document),
    policies: toPolicies(document),
    responses: toResponses(document),
    get ledger() {
      return ledger();
    },
    fixtures: toFixtures(fixtures),
    schemas: toSchemas(document),
    files: new Map([
      ...written.files,
      ...(ledgerText === undefined ? [] : [[evidence, ledgerText] as const]),
    ]),
    locate,
    claimsAt: (pointer) => claimsAt(document, pointer),
  };
}

/** A description before anything in it is looked at. */
interface Written {
  readonly document: JsonObject;
  readonly files: ReadonlyMap<string, string>;
  readonly locate: ApiModel['locate'];
  readonly upgradedFrom?: string;
}

async function read(root: string, io: LoadIo): Promise<Written> {
  const sources = await readSources(root, io.readText);
  const { version, title } = checkedVersion(sources, root);
  const files = new Map([...sources].map(([path, { text }]) => [path, text]));
  if (isUpgraded(version)) {
    const bundle = await bundleOf(root, sources, io);
    const trace = traceSources(bundle, root, sources);
    const { document, before } = upgrade(bundle, version);
    const locate = toLocate((pointer) => trace(before(pointer)), root, sources);
    return { document, files, locate, upgradedFrom: title };
  }
  // Redocly knows pointers only.
  if (hasNamedSchemas(files.values())) {
    const { document, trace } = bundleSources(root, sources);
    return { document, files, locate: toLocate(trace, root, sources) };
  }
  const document = await bundleOf(root, sources, io);
  return { document, files, locate: mapSources(document, root, sources) };
}

/** Of what is recorded the handwritten lines are found when somebody asks for one. */
function recall({ document: text, files }: RecordedBundle, root: string): Written {
  const recorded = parseJson(text);
  const document = objectOf('value' in recorded ? recorded.value : {});
  const locate = lazily(() => {
    const sources = new Map([...files].map(([path, it]) => [path, parseYaml(it, path)]));
    return hasNamedSchemas(files.values())
      ? toLocate(bundleSources(root, sources).trace, root, sources)
      : mapSources(document, root, sources);
  });
  return { document, files, locate: (pointer) => locate()(pointer) };
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

function checkedVersion(sources: Sources, root: string): WrittenVersion {
  const source = sources.get(root);
  const written = versionOf(source?.value);
  if (written) return written;
  const { openapi, swagger } = objectOf(source?.value);
  const said = swagger === undefined ? openapi : swagger;
  const field = swagger === undefined ? 'openapi' : 'swagger';
  throw new UserError(
    'unknown-version',
    said === undefined
      ? 'This is no OpenAPI description: it has neither "openapi" nor "swagger"'
      : `There is no "${field}: ${textOf(said)}" that Kiln reads`,
    {
      ...(source && { at: source.locate([field]) }),
      hint: 'Kiln reads OpenAPI 3.0, 3.1 and 3.2 ("openapi: 3.1.1") and Swagger 2.0 ("swagger: \'2.0\'").',
    },
  );
}

async function bundleOf(root: string, sources: Sources, io: LoadIo): Promise<JsonObject> {
  const [only] = sources.values();
  if (sources.size === 1) return objectOf(only?.value);
  const bundled = parseJson(await io.bundle(root));
  if ('reason' in bundled) {
    throw new UserError(
      'bundle-unreadable',
      `The bundle of ${root} cannot be read: ${bundled.reason}`,
    );
  }
  return objectOf(restoreIntegers(bundled.value, root, sources));
}

/** Checks every `x-` extension that Kiln knows, wherever it stands outside of examples. */
function checkExtensions(document: JsonObject, locate: ApiModel['locate']): void {
  for (const { node, pointer } of nodesOf(document)) {
    for (const [name, value] of Object.entries(node)) {
      const shape = EXTENSION_SHAPES[name];
      const place = (tokens: readonly string[]) => locate(append(pointer, name, ...tokens));
      if (shape) checkShape({ name, value, shape, locate: place });
    }
  }
}

async function readBeside(file: string, io: LoadIo): Promise<YamlSource | undefined> {
  return (await io.exists(file)) ? parseYaml(await io.readText(file), file) : undefined;
}

function toSecuritySchemes(document: JsonObject): ReadonlyMap<string, SecurityScheme> {
  const names = Object.keys(objectOf(objectOf(document['components'])['securitySchemes']));
  return new Map(
    names.map((name) => {
      const { node, pointer } = placeAt(document, `#/components/securitySchemes/${name}`);
      return [name, toSecurityScheme(node, pointer)];
    }),
  );
}

function toSecurityScheme(node: JsonObject, pointer: Pointer): SecurityScheme {
  const { type, scheme, name, in: location } = node;
  if (type === 'http') return { type, scheme: textOf(scheme).toLowerCase(), pointer };
  if (
    type === 'apiKey' &&
    (location === 'query' || location === 'header' || location === 'cookie')
  ) {
    const prefix = stringOf(node['x-prefix']);
    return { type, in: location, name: textOf(name), prefix, pointer };
  }
  return { type: 'other', pointer };
}

function claimsAt(document: JsonObject, pointer: Pointer): readonly string[] {
  for (let at = pointer; ; at = parentOf(at)) {
    const evidence = objectOf(valueAt(document, at))['x-evidence'];
    const keyword = tokensOf(pointer)[tokensOf(at).length];
    if (Array.isArray(evidence)) return evidence.map(String);
    if (isObject(evidence) && keyword !== undefined && keyword in evidence) {
      return arrayOf(evidence[keyword]).map(String);
    }
    if (at === '#') return [];
  }
}
