import ts from 'typescript';
import type { Operation } from '../model/api-model.ts';

/** What a module of calls declares, imports or exports itself. */
const OWN: ReadonlySet<string> = new Set(
  `connect toConnection operation extended dryRun writeParameters writeDefaultParameters writePlainBody writeAnyBody
   writeJsonBody chooseServer signHeader signQuery signCookie signBasic schemes
   servers xml rate session dateTimes readExactJson hooks pacing sessions accessChecking
   sizeChecking dating streaming uploading paging batching waiting ClientError ResponseError
   TooLargeError UnexpectedResponseError Connection OperationOf OptionsOf Policy
   Settings HookOptions PaceOptions pacingBy`.split(/\s+/),
);
/** Its types that are named after the API. */
const OWN_OF_API = /Client(?:Options)?$/;

/**
 * The names of functions for operations, by operation id: an id that is no name in JavaScript is spelt as one, as
 * `getHealth` for `get /health`, and one that means something else gets a mark, as `delete_`.
 */
export function callNamesOf(operations: readonly Operation[]): ReadonlyMap<string, string> {
  const taken = new Set([...OWN, ...operations.map(({ id }) => id).filter(isCallName)]);
  const names = operations.map(({ id }): [string, string] => {
    if (isCallName(id)) return [id, id];
    const name = freeName(spelt(id), taken, isCallName);
    taken.add(name);
    return [id, name];
  });
  return new Map(names);
}

/** Names of types for schemas, by the name of each schema. */
export function modelNamesOf(schemas: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set(schemas.filter(isTypeName));
  const names = schemas.map((schema): [string, string] => {
    if (isTypeName(schema)) return [schema, schema];
    const word = spelt(schema);
    const wanted = `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
    const name = freeName(wanted, taken, isTypeName);
    taken.add(name);
    return [schema, name];
  });
  return new Map(names);
}

/** Words that name types of TypeScript, and can name no other. */
const TYPES: ReadonlySet<string> = new Set([
  'any',
  'bigint',
  'boolean',
  'never',
  'number',
  'object',
  'string',
  'symbol',
  'undefined',
  'unknown',
]);

function isCallName(id: string): boolean {
  return isIdentifier(id) && !OWN.has(id) && !OWN_OF_API.test(id);
}

function isTypeName(name: string): boolean {
  return isIdentifier(name) && !TYPES.has(name);
}

/** A word of JavaScript is none, and neither is what modules may not declare. */
function isIdentifier(name: string): boolean {
  if (!/^[A-Za-z_$][\w$]*$/.test(name) || STRICT.has(name)) return false;
  const kind = ts.createScanner(ts.ScriptTarget.Latest, false, undefined, name).scan();
  return kind === ts.SyntaxKind.Identifier || kind > ts.SyntaxKind.LastFutureReservedWord;
}

const STRICT: ReadonlySet<string> = new Set(['arguments', 'await', 'eval']);

function spelt(id: string): string {
  const [first = 'call', ...others] = id.split(/[^A-Za-z0-9_$]+/).filter(Boolean);
  const words = [first, ...others.map((word) => word.charAt(0).toUpperCase() + word.slice(1))];
  const name = words.join('');
  return /^\d/.test(name) ? `_${name}` : name;
}

function freeName(
  wanted: string,
  taken: ReadonlySet<string>,
  isUsable: (name: string) => boolean,
): string {
  const first = isUsable(wanted) ? wanted : `${wanted}_`;
  if (!taken.has(first)) return first;
  for (let count = 2; ; count += 1) {
    if (!taken.has(`${wanted}_${count}`)) return `${wanted}_${count}`;
  }
}
