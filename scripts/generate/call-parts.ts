import { isJsonType } from '../base/media-type.ts';
import { isStreaming, isUploading } from './client-features.ts';
import type { Contract, OperationContract } from './runtime/contract.ts';

/** What the module of single operations takes from the runtime. */
export interface CallParts {
  /** Signers of the kinds of credentials that the API has, as members of an object. */
  readonly signers: readonly string[];
  /** Policies that every connection has, as they keep something from one call to another. */
  readonly policies: readonly string[];
  /** Whether a body can be too large. */
  readonly hasLimits: boolean;
  /** What a caller is told of policies that may be used. */
  readonly onDemandNote: string;
}

/** Module of the runtime by what it exports. */
const MODULES = {
  accessChecking: 'access',
  batching: 'batch',
  chooseServer: 'choose-server',
  dating: 'date-times',
  extended: 'operation',
  hooks: 'hooks',
  operation: 'operation',
  paging: 'pages',
  sessions: 'session',
  signBasic: 'signers',
  signCookie: 'signers',
  signHeader: 'signers',
  signQuery: 'signers',
  sizeChecking: 'check-size',
  streaming: 'streams',
  uploading: 'upload',
  waiting: 'work',
  writeAnyBody: 'write-any-body',
  writeDefaultParameters: 'parameters',
  writeJsonBody: 'write-json-body',
  writeParameters: 'parameters',
  writePlainBody: 'write-plain-body',
} as const;

const SIGNERS = {
  header: 'signHeader',
  query: 'signQuery',
  cookie: 'signCookie',
  basic: 'signBasic',
} as const;

/** Imports of what a code names of the runtime. */
export function modulesOf(code: string): string[] {
  const named = new Set(code.match(/\w+/g));
  return Object.entries(MODULES).flatMap(([name, module]) =>
    named.has(name) ? [`import { ${name} } from '../runtime/${module}.ts';`] : [],
  );
}

/** The parts of a description's single operations. */
export function callPartsOf(contract: Contract): CallParts {
  const operations = Object.values(contract.operations);
  const isWriting = operations.some(({ access }) => access === 'write');
  const kinds = Object.values(contract.schemes).flatMap((scheme) => {
    if (scheme.kind === 'transport') return [];
    return [scheme.kind === 'key' ? scheme.in : 'basic'] as const;
  });
  const places = [...new Set(kinds)];
  return {
    signers: places.map((place) => `${place}: ${SIGNERS[place]}`),
    policies: [...(contract.session ? ['sessions'] : []), ...(isWriting ? ['accessChecking'] : [])],
    hasLimits: operations.some(({ limits, batch }) => limits ?? batch),
    onDemandNote: contract.rate
      ? 'Name `pacing` and `hooks` behind the options to wait for quotas, and to be told what goes on.'
      : 'Name `hooks` behind the options to be told what goes on.',
  };
}

/** What these operations need of the runtime, as members of an object; a bundle with them has no other. */
export function partsOfOperations(ids: readonly string[], { operations }: Contract): string[] {
  const needed = ids.flatMap((id) => operations[id] ?? []);
  const has = (isSo: (operation: OperationContract) => unknown) => needed.some(isSo);
  const policies = [
    ...(has(({ limits }) => limits) ? ['sizeChecking'] : []),
    ...(has(({ dateTimes }) => dateTimes) ? ['dating'] : []),
    ...(has(isStreaming) ? ['streaming'] : []),
    ...(has(isUploading) ? ['uploading'] : []),
  ];
  const writer = bodyWriterOf(needed.flatMap(({ content }) => content));
  return [
    ...(writer === undefined ? [] : [`writeBody: ${writer}`]),
    // A variable of the path is written even where nobody declares it.
    ...parametersWriterOf(needed),
    ...(has(({ server }) => server) ? ['chooseServer'] : []),
    ...(policies.length > 0 ? [`policies: [${policies.join(', ')}]`] : []),
  ];
}

/** What writes the parameters of these operations, if they have any. */
function parametersWriterOf(operations: readonly OperationContract[]): string[] {
  const parameters = operations.flatMap((it) => it.parameters);
  if (parameters.length === 0 && !operations.some(({ path }) => path.includes('{'))) return [];
  // The contract says what is not the default.
  const isDefault = parameters.every(
    ({ style, explode, allowReserved, mediaType }) =>
      (style ?? explode ?? allowReserved ?? mediaType) === undefined,
  );
  return [isDefault ? 'writeParameters: writeDefaultParameters' : 'writeParameters'];
}

/** What writes bodies of these media types; undefined where there is none. */
function bodyWriterOf(content: readonly string[]) {
  if (content.length === 0) return undefined;
  if (content.every((it) => isJsonType(it))) return 'writeJsonBody';
  const isPlain = content.every((it) => isJsonType(it) || it.startsWith('text/'));
  return isPlain ? 'writePlainBody' : 'writeAnyBody';
}
