import type { OutputFile } from '../base/output-file.ts';
import type { ApiModel } from '../model/api-model.ts';
import { clientPartsOf, type ValueKinds } from './client-parts-of.ts';
import { GENERATORS } from './generators.ts';
import { joinModules } from './join-modules.ts';
import { hashOf } from './manifest.ts';
import { renderClient } from './render-client.ts';
import { literalOf } from './render-constants.ts';
import { renderTypes } from './render-types.ts';
import { runtimeModules } from './runtime-modules.ts';
import { renderSingleModels } from './single-models.ts';
import { withMethodNames } from './with-method-names.ts';

/** What a client in one file was made of; it stands in its head. */
interface FileRecord {
  readonly kiln: string;
  /** Hash of the description. */
  readonly description: string;
  /** Hash of the text below the head. */
  readonly text: string;
}

/** Whose project it stands in may have an older library, and rules for code that a person writes. */
const UNCHECKED = '// @ts-nocheck\n/* eslint-disable */\n';

const HEAD = '// Made by "kiln generate --single-file": change the description, not this. ';

/** The client of an API as one TypeScript module, which needs openapi-fetch and nothing else. */
export function renderSingleFile(
  model: ApiModel,
  runtime: readonly OutputFile[],
  floors: readonly OutputFile[],
  { hasBigints, hasDates }: ValueKinds,
): string {
  const api = withMethodNames(model);
  const { shapes, contract } = clientPartsOf(api, hasDates);
  const constants = Object.entries(contract).map(
    ([name, value]) => `export const ${name} = ${literalOf(toJson(value))} as const;\n`,
  );
  const modules = runtimeModules(runtime, floors).map(({ path, text }) => ({
    path: `runtime/${path}`,
    text,
  }));
  const client = withoutConstants(renderClient(api, contract));
  const joined = joinModules(
    'api/client.ts',
    [
      ...modules,
      { path: 'api/operations.ts', text: constants.join('') },
      { path: 'api/types.ts', text: renderTypes(api, { shapes, hasBigints }) },
      { path: 'api/client.ts', text: client },
    ],
    new Set(['api/types.ts']),
  );
  const whole = [...modules.map((it) => it.text), client].join('\n');
  const text = `${joined}${renderSingleModels(shapes, joined, whole)}`;
  const record: FileRecord = {
    kiln: GENERATORS.kiln,
    description: hashOf(JSON.stringify(api.written)),
    text: hashOf(`${UNCHECKED}${text}`),
  };
  return `${HEAD}${JSON.stringify(record)}\n${UNCHECKED}${text}`;
}

/** Why a client in one file is not what would be written now; undefined where it is. */
export function stalenessOfFile(now: string, there: string | undefined): string | undefined {
  if (now === there) return undefined;
  if (there === undefined) return 'missing';
  const [before, after] = [recordOf(there), recordOf(now)];
  if (before === undefined) return 'not made by Kiln';
  if (before.text !== hashOf(there.slice(there.indexOf('\n') + 1))) return 'edited by hand';
  return before.description === after?.description ? 'generator changed' : 'description changed';
}

function recordOf(text: string): FileRecord | undefined {
  if (!text.startsWith(HEAD)) return undefined;
  try {
    return JSON.parse(text.slice(HEAD.length, text.indexOf('\n'))) as FileRecord;
  } catch {
    // Somebody has changed the head: what it says is gone.
    return undefined;
  }
}

/** There is a type of the same name in the same file, and who has the file needs no table of it. */
function withoutConstants(client: string): string {
  return client.replace(/^export \{ operations, schemes, servers \};\n/m, '');
}

function toJson(value: unknown) {
  // What JSON leaves out is left out.
  return JSON.parse(JSON.stringify(value)) as Parameters<typeof literalOf>[0];
}
