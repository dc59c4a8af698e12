import { basename } from 'node:path';
import { nearest } from '../base/nearest.ts';
import type { OutputFile } from '../base/output-file.ts';
import { UserError } from '../base/user-error.ts';
import { isAddress } from '../load/sources.ts';
import { parseYaml } from '../load/yaml-source.ts';
import { misshapen } from '../sketch/located.ts';
import { isCurl, readCurl } from '../sketch/read/read-curl.ts';
import { isHar, readHar } from '../sketch/read/read-har.ts';
import { isPostman, readPostman } from '../sketch/read/read-postman.ts';
import type { RequestSample } from '../sketch/sample.ts';
import { ownSamples } from '../sketch/infer/own-samples.ts';
import { sketchFromDocument, sketchFromSamples, type SketchOptions } from '../sketch/sketch.ts';
import { isOpenApi } from '../sketch/read/is-open-api.ts';
import { starterFiles } from './starter-files.ts';
import { loadDescription } from './descriptions.ts';
import type { Io } from './io.ts';

const SPECS = 'specs';
const KINDS = ['openapi', 'har', 'curl', 'postman'] as const;
type Kind = (typeof KINDS)[number];

export interface Written {
  readonly files: number;
  /** What the user should know about it. */
  readonly said: readonly string[];
}

/** Writes `specs/NAME`, all of it or nothing. Throws a UserError for a name that is taken or cannot be one, and for a source that cannot be read. */
export async function writeNew(io: Io, name: string, from: readonly string[]): Promise<Written> {
  await checkName(io, name);
  const { files, said } =
    from.length === 0
      ? { files: await starterFiles(io, name), said: [] }
      : await filesFrom(io, name, from);
  // What is written last gives the folder its name: nobody sees half of it.
  const partial = `${SPECS}/.${name}.partial`;
  await io.remove(partial);
  try {
    for (const { path, text } of files) await io.writeText(`${partial}/${path}`, text);
    await io.rename(partial, `${SPECS}/${name}`);
  } catch (error) {
    await io.remove(partial);
    throw error;
  }
  return { files: files.length, said };
}

async function checkName(io: Io, name: string): Promise<void> {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(name) || name.length > 60) {
    const words =
      name
        .replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2')
        .toLowerCase()
        .match(/[a-z0-9]+/g) ?? [];
    const meant = words
      .join('-')
      .replace(/^[\d-]+/, '')
      .slice(0, 60)
      .replace(/-+$/, '');
    throw new UserError('bad-name', `"${name}" is no name for a description`, {
      hint: `A name has small letters, digits and hyphens, and begins with a letter${meant === '' ? '.' : `: ${meant}.`}`,
    });
  }
  if (RESERVED.has(name)) {
    throw new UserError('bad-name', `"${name}" is the name of something that Kiln writes`, {
      hint: `Call it ${name}-api.`,
    });
  }
  if (!(await io.exists(`${SPECS}/${name}`))) return;
  throw new UserError('name-taken', `${SPECS}/${name} is there already`, {
    hint: 'Choose another name, or go on in that folder.',
  });
}

const RESERVED: ReadonlySet<string> = new Set([
  'site',
  'runtime',
  'lint',
  'workflows',
  'index',
  'manifest',
  'readme',
  'license',
  'changelog',
  'package',
  'dist',
  'src',
  'control',
  'con',
  'prn',
  'aux',
  'nul',
]);

async function filesFrom(
  io: Io,
  name: string,
  from: readonly string[],
): Promise<{ files: OutputFile[]; said: string[] }> {
  const { kind: asked, file } = toSource(from);
  const options = (title: string, address: string): SketchOptions => ({
    name,
    source: { title, address, retrieved: new Date(io.now()).toISOString().slice(0, 10) },
  });
  const isRemote = isAddress(file);
  const text = isRemote ? (await io.fetchText(file)).text : await io.readText(file);
  const kind = asked ?? kindOf(text, file);
  const address = isRemote ? file.replace(/[?#].*$/, '') : basename(file);
  if (kind === 'openapi') {
    const api = await loadDescription(io, file);
    const files = sketchFromDocument(
      api.document,
      options(`${api.title}, ${api.upgradedFrom ?? 'OpenAPI'}`, address),
    );
    const aside = api.aside.length;
    return {
      files,
      said:
        aside === 0
          ? []
          : [`left out ${aside} parts that nobody can use: kiln lint ${file} names them`],
    };
  }
  const samples = samplesOf(kind, text, file);
  if (samples.length === 0) {
    throw misshapen(`There is no request to an API in it`, { file, line: 1, column: 1 });
  }
  const { samples: own, others } = kind === 'har' ? ownSamples(samples) : { samples, others: [] };
  const files = sketchFromSamples(own, options(TITLES[kind], address));
  const said = others.length === 0 ? [] : [`left out requests to ${others.join(', ')}`];
  return { files, said };
}

const TITLES: Readonly<Record<Exclude<Kind, 'openapi'>, string>> = {
  har: 'Recorded requests (HAR)',
  curl: 'curl commands',
  postman: 'Postman collection',
};

/** `FILE`, or which kind it is of and `FILE`. */
function toSource(from: readonly string[]): {
  readonly kind: Kind | undefined;
  readonly file: string;
} {
  const [first = '', second, ...others] = from;
  const kind = KINDS.find((it) => it === first);
  if (second === undefined && kind === undefined) return { kind: undefined, file: first };
  if (second !== undefined && kind !== undefined && others.length === 0)
    return { kind, file: second };
  if (kind !== undefined) {
    throw new UserError('no-source', `Which ${first} file it is made from is not said`, {
      hint: `Name it behind: --from ${first} FILE.`,
    });
  }
  const meant = nearest(first, KINDS);
  throw new UserError('unknown-source', `There is no kind of source "${first}"`, {
    hint: `${meant ? `Did you mean ${meant}? ` : ''}The kinds are: ${KINDS.join(', ')}. A description is made from one file.`,
  });
}

function kindOf(text: string, file: string): Kind {
  if (isCurl(text)) return 'curl';
  const { value } = parseYaml(text, file);
  if (isOpenApi(value)) return 'openapi';
  if (isHar(value)) return 'har';
  if (isPostman(value)) return 'postman';
  throw misshapen('Kiln does not know what this is', { file, line: 1, column: 1 });
}

function samplesOf(kind: Exclude<Kind, 'openapi'>, text: string, file: string): RequestSample[] {
  if (kind === 'curl') return readCurl(text, file);
  const source = parseYaml(text, file);
  const [is, read] =
    kind === 'har' ? ([isHar, readHar] as const) : ([isPostman, readPostman] as const);
  if (!is(source.value)) {
    const lack = kind === 'har' ? 'it has no log with entries' : 'it has no info and items';
    throw misshapen(`This is no ${TITLES[kind]}: ${lack}`, { file, line: 1, column: 1 });
  }
  return read(source);
}
