import { isObject, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { tokensOf, type Pointer } from '../base/json-pointer.ts';
import { parseJson } from '../base/json-text.ts';
import { UserError } from '../base/user-error.ts';
import { bundleSources, hasNamedSchemas } from './bundle-sources.ts';
import { areAllFound } from './read-sources.ts';
import { restoreIntegers } from './restore-integers.ts';
import { traceSources } from './source-map.ts';
import { isAddress, type SourceNode, type Sources } from './sources.ts';
import { isUpgraded, type Version } from './upgrade/version.ts';

/** A description in one document, and the handwritten node behind each pointer of it. */
interface Bundled {
  readonly document: JsonObject;
  readonly trace: (pointer: Pointer) => SourceNode;
}

/** The files of a description as one document, in the version they are written in. */
export async function bundleDescription(
  root: string,
  sources: Sources,
  version: Version,
  bundle: (root: string) => Promise<string>,
): Promise<Bundled> {
  const isOld = isUpgraded(version);
  if (isBundledHere(root, sources, isOld)) return bundleSources(root, sources);
  const [only] = sources.values();
  if (sources.size === 1) {
    return {
      document: objectOf(only?.value),
      trace: (pointer) => ({ file: root, tokens: tokensOf(pointer) }),
    };
  }
  const text = await bundle(root).catch((cause: unknown) => {
    if (!(cause instanceof UserError)) throw cause;
  });
  // What Redocly cannot cope with may be of no account here.
  if (text === undefined) return bundleSources(root, sources);
  const document = objectOf(restoreIntegers(readBundle(root, text), root, sources));
  return { document, trace: traceSources(document, root, sources) };
}

/**
 * Whether a description is bundled by us. Redocly knows pointers only, takes paths as they stand, and reads what
 * examples, mappings and extensions seem to refer to. In an older description nothing has an `$id`.
 */
export function isBundledHere(root: string, sources: Sources, isOld = false): boolean {
  const isNamed = !isOld && textsOf(sources).some((text) => text.includes('$self'));
  if (isNamed || (!isOld && hasNamedSchemas(textsOf(sources)))) return true;
  if (sources.size === 1) return false;
  if (isOld || isAddress(root)) return true;
  // It gives up where a reference leads to nothing.
  if (!areAllFound(sources)) return true;
  return [...sources.values()].some(({ text, value }) => MISLEADING.test(text) && misleads(value));
}

function textsOf(sources: Sources): string[] {
  return [...sources.values()].map(({ text }) => text);
}

const MISLEADING = /\$ref|externalValue|mapping/;

/** Whether anything that Redocly follows leads to another host, is percent-encoded, or stands among data. */
function misleads(value: Json): boolean {
  if (Array.isArray(value)) return (value as readonly Json[]).some(misleads);
  if (!isObject(value)) return false;
  return Object.entries(value).some(([key, child]) => {
    if (typeof child === 'string') return FOLLOWED.has(key) && /^[^#]*(?:%|:)/.test(child);
    if (key === 'mapping' && isObject(child)) {
      return Object.values(child).some((it) => typeof it === 'string' && /^[^#]*(?:%|:)/.test(it));
    }
    return (DATA.test(key) && JSON.stringify(child).includes('"$ref"')) || misleads(child);
  });
}

const FOLLOWED: ReadonlySet<string> = new Set(['$ref', 'externalValue']);
const DATA = /^(?:example|x-.*)$/;

function readBundle(root: string, text: string): Json {
  const bundled = parseJson(text);
  if ('value' in bundled) return bundled.value;
  throw new UserError(
    'bundle-unreadable',
    `The bundle of ${root} cannot be read: ${bundled.reason}`,
  );
}
