import type { ApiModel } from '../model/api-model.ts';
import type { Finding } from '../result/finding.ts';
import { objectOf, textOf } from '../base/json.ts';
import { append, pointerOf } from '../base/json-pointer.ts';
import { UserError } from '../base/user-error.ts';
import { versionAsText } from '../lint/rules/version-as-text.ts';
import { toRedoclyFindings } from '../lint/redocly-findings.ts';
import { hasNamedSchemas } from '../load/bundle-sources.ts';
import { isAddress } from '../load/sources.ts';
import type { Io } from './io.ts';
import { outputsOf } from './settings.ts';
import { fileArgument, redoclyOffline } from './redocly.ts';

/**
 * What Redocly finds in a description. It follows no `$id`, `$anchor` or `$dynamicRef`, so one that has
 * them it reads as one document in which they are pointers; its findings lead to the handwritten lines.
 */
export async function lintWithRedocly(
  io: Io,
  api: ApiModel,
  options: readonly string[],
): Promise<Finding[]> {
  const lint = async (file: string, ...more: readonly string[]) => {
    const seen = await redoclyOffline(io, ['lint', fileArgument(file), ...options, ...more]);
    return toRedoclyFindings(file, seen).filter((it) => !isMisread(it) && !isNew(it, api));
  };
  if (isAddress(api.source) && api.files.size === 1) return await lintFetched(io, api, lint);
  const isPlain = api.upgradedFrom !== undefined || !hasNamedSchemas(api.files.values());
  if (isPlain && !isAddress(api.source)) {
    const read = await lint(api.source).catch((cause: unknown) => {
      if (cause instanceof UserError && isSoundOnlyHere(api)) return undefined;
      throw cause;
    });
    if (read) return read;
  }
  const { reports } = await outputsOf(io);
  const file = `${reports}/lint/${api.name}.json`;
  try {
    await io.writeText(file, JSON.stringify(api.document, undefined, 1));
    const findings = (await lint(file, ...SKIPPED)).filter((it) => !isUsed(api, it));
    const placed = findings.map((it): Finding => {
      const at = pointerOf(it.at);
      return { ...it, at, location: api.locate(at) };
    });
    // Of a schema that is copied for each way to it, every copy has the same to say.
    return [...new Map(placed.map((it) => [sayingOf(it), it])).values()];
  } finally {
    await io.remove(file);
  }
}

/** Whether Redocly may be unable to cope with what was left aside, or with a version that is a number. */
function isSoundOnlyHere(api: ApiModel): boolean {
  return api.aside.length > 0 || [...versionAsText.check(api)].length > 0;
}

/** What came from an address is read as it came, under another name. */
async function lintFetched(
  io: Io,
  { name, source, files }: ApiModel,
  lint: (file: string) => Promise<Finding[]>,
): Promise<Finding[]> {
  const { reports } = await outputsOf(io);
  const file = `${reports}/lint/${name}.yaml`;
  try {
    await io.writeText(file, files.get(source) ?? '');
    const findings = await lint(file);
    return findings.map((it) => ({ ...it, location: { ...it.location, file: source } }));
  } finally {
    await io.remove(file);
  }
}

/** References that all is well with: it is kept from other hosts, and takes percent-encoded paths as they stand. */
function isMisread({ rule, message }: Finding): boolean {
  return rule === 'no-unresolved-refs' && /fetch failed|%[0-9a-f]{2}/i.test(message);
}

/** What it wants of a response that has to have it no more (OpenAPI 3.2.0, section 4.17). */
function isNew({ rule, at, message }: Finding, { document }: ApiModel): boolean {
  if (!textOf(document['openapi']).startsWith('3.2') || rule !== 'struct') return false;
  return (
    /`description` must be present/.test(message) &&
    /\/responses\/[^/]+(?:\/description)?$/.test(at)
  );
}

/** In one document no two components have one name. */
const SKIPPED = ['--skip-rule', 'component-name-unique'];

/** Whether a schema that Redocly finds no reference to was used by the author in another way. */
function isUsed(api: ApiModel, { rule, at }: Finding): boolean {
  if (rule !== 'no-unused-components') return false;
  // By a `$dynamicRef`, which leads further than to this name.
  if (at.includes('/$defs/')) return true;
  // As the original of copies.
  const { file, line, column } = api.locate(pointerOf(at));
  const names = Object.keys(objectOf(objectOf(api.document['components'])['schemas']));
  const places = names.map((name) => api.locate(append('#/components/schemas', name)));
  return (
    places.filter((it) => it.file === file && it.line === line && it.column === column).length > 1
  );
}

function sayingOf({ rule, message, location: { file, line, column } }: Finding): string {
  return `${rule} ${file}:${line}:${column} ${message}`;
}
