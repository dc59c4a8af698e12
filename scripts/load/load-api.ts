import type { ApiModel } from '../model/api-model.ts';
import type { LeftAside } from '../model/left-aside.ts';
import { objectOf, textOf, type JsonObject } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import { parseJson } from '../base/json-text.ts';
import { UserError } from '../base/user-error.ts';
import { leaveAside, type SoundDescription } from './aside/leave-aside.ts';
import { bundleDescription, isBundledHere } from './bundle-description.ts';
import { bundleSources } from './bundle-sources.ts';
import { toFixtures } from './fixtures.ts';
import { liftClaims, type InlineClaim } from './inline-claims.ts';
import { toLedger } from './ledger.ts';
import { readSources, type Boundary, type ReadText } from './read-sources.ts';
import { mapSources, toLocate } from './source-map.ts';
import { decodedFile, fileNamedBy, type Sources } from './sources.ts';
import { toModel } from './to-model.ts';
import { upgrade } from './upgrade/upgrade.ts';
import { isUpgraded, mayDiffer, versionOf, type WrittenVersion } from './upgrade/version.ts';
import { parseYaml, type YamlSource } from './yaml-source.ts';

/** What loading needs of the world. */
export interface LoadIo {
  readonly readText: ReadText;
  readonly exists: (path: string) => Promise<boolean>;
  /** What a description may read besides its root; everything where it is left out. */
  readonly boundary?: Boundary;
  /** What the user calls the API, and what a command line may say for it; both follow from the path when left out. */
  readonly called?: Pick<ApiModel, 'name' | 'argument'> | undefined;
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
  /** Whether all of it could be used: nothing in it has to be looked at again. */
  readonly isSound: boolean;
}

/**
 * Reads a handwritten description with its ledger and fixtures into the model; one that is older than
 * OpenAPI 3.1 is upgraded. What cannot be used is left aside; a UserError is thrown for what is no
 * description, and for what nobody can read.
 */
export async function loadApi(root: string, io: LoadIo): Promise<ApiModel> {
  const known = await io.recorded?.(root);
  // Of one that becomes another document the handwritten lines are found while it does.
  const recorded = mayDiffer(known?.files.get(root) ?? '') ? undefined : known;
  const written = recorded ? recall(recorded, root) : await read(root, io);
  const folder = root.slice(0, root.lastIndexOf('/') + 1);
  const evidence = `${folder}evidence.yaml`;
  const ledgerText =
    written.files.get(evidence) ??
    ((await io.exists(evidence)) ? await io.readText(evidence) : undefined);
  const { document: plain, claims } = liftClaims(written.document);
  if (ledgerText === undefined) refuseWithoutLedger(claims, written);
  const ledger = lazily(() =>
    ledgerText === undefined
      ? undefined
      : toLedger(
          parseYaml(ledgerText, evidence),
          claims.map(({ value, pointer }) => ({ value, at: written.locate(pointer) })),
        ),
  );
  // What was recorded was checked then.
  if (!recorded?.files.has(evidence)) ledger();
  const { document, origin, left } = recorded?.isSound
    ? allSound(plain)
    : leaveAside(plain, missingFileOf(written));
  const locate: ApiModel['locate'] = (pointer) => written.locate(origin(pointer));
  const fixtures = await readBeside(`${folder}mock.yaml`, io);
  return toModel({
    source: root,
    called: io.called,
    document,
    written: written.document,
    upgradedFrom: written.upgradedFrom,
    aside: [
      ...left.map((it): LeftAside => ({ ...it, at: written.locate(it.pointer) })),
      ...(recorded?.isSound ? [] : written.loose()),
    ].toSorted(byLine),
    ledger,
    fixtures: toFixtures(fixtures),
    files: new Map([
      ...written.files,
      ...(ledgerText === undefined ? [] : [[evidence, ledgerText] as const]),
    ]),
    locate,
  });
}

/** A claim names its sources, and those stand in the ledger. */
function refuseWithoutLedger([first]: readonly InlineClaim[], { locate }: Written): void {
  if (!first) return;
  throw new UserError('no-ledger', 'A claim stands here, and there is no evidence.yaml', {
    at: locate(first.pointer),
    hint: 'Make evidence.yaml beside openapi.yaml, with the sources of the claims: specs/EVIDENCE.md.',
  });
}

/** What of the files is no JSON although it is called so. */
function loosenessesIn(sources: Iterable<YamlSource>): readonly LeftAside[] {
  return [...sources].flatMap(({ looseness }) =>
    looseness ? [{ ...looseness, pointer: '#' }] : [],
  );
}

/** Tells the file that a reference names where it is none of those that could be read. */
function missingFileOf({ locate, files }: Written) {
  return (ref: string, at: Pointer): string | undefined => {
    // A word alone may be the `$id` of a schema.
    if (!/^[^#]*[./]/.test(ref)) return undefined;
    const file = fileNamedBy(ref, locate(at).file);
    return file === undefined || files.has(file) || files.has(decodedFile(ref, locate(at).file))
      ? undefined
      : file;
  };
}

/** A description before anything in it is looked at. */
interface Written {
  readonly document: JsonObject;
  readonly files: ReadonlyMap<string, string>;
  readonly locate: ApiModel['locate'];
  readonly upgradedFrom?: string;
  /** What of the files is no JSON although it is called so. */
  readonly loose: () => readonly LeftAside[];
}

async function read(root: string, io: LoadIo): Promise<Written> {
  const sources = await readSources(root, io);
  const { version, title } = checkedVersion(sources, root);
  const files = new Map([...sources].map(([path, { text }]) => [path, text]));
  const { document: written, trace } = await bundleDescription(root, sources, version, io.bundle);
  const { document, before } = upgrade(written, version);
  const locate = toLocate((pointer) => trace(before(pointer)), root, sources);
  const loose = () => loosenessesIn(sources.values());
  return { document, files, locate, loose, ...(isUpgraded(version) && { upgradedFrom: title }) };
}

/** Of what is recorded the handwritten lines are found when somebody asks for one. */
function recall({ document: text, files }: RecordedBundle, root: string): Written {
  const recorded = parseJson(text);
  const document = objectOf('value' in recorded ? recorded.value : {});
  const parsed = lazily(() => new Map([...files].map(([path, it]) => [path, parseYaml(it, path)])));
  const locate = lazily(() => {
    const sources = parsed();
    return isBundledHere(root, sources)
      ? toLocate(bundleSources(root, sources).trace, root, sources)
      : mapSources(document, root, sources);
  });
  return {
    document,
    files,
    locate: (pointer) => locate()(pointer),
    loose: () => loosenessesIn(parsed().values()),
  };
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
  if (source && (source.value === null || source.value === '')) {
    const isBlank = source.text.trim() === '';
    const words = isBlank ? 'The file is empty' : 'The file holds no value, only comments';
    throw new UserError('empty-description', words, {
      at: source.locate([]),
      hint: 'Write a description into it, such as "openapi: 3.1.1" with info and paths; "kiln new" begins one.',
    });
  }
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

function allSound(document: JsonObject): SoundDescription {
  return { document, origin: (pointer) => pointer, left: [] };
}

function byLine({ at: left }: LeftAside, { at: right }: LeftAside): number {
  if (left.file !== right.file) return left.file < right.file ? -1 : 1;
  return left.line - right.line || left.column - right.column;
}

async function readBeside(file: string, io: LoadIo): Promise<YamlSource | undefined> {
  return (await io.exists(file)) ? parseYaml(await io.readText(file), file) : undefined;
}
