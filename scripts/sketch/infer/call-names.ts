import { openName } from '../sample.ts';
import { singularOf } from './addresses.ts';

/** How an operation and what it takes and gives are called. */
export interface CallNames {
  readonly operationId: string;
  readonly summary: string;
  /** The thing that it is about: `PetToy`. */
  readonly thing: string;
  /** Whether it answers with several of them. */
  readonly isList: boolean;
  readonly tag: string;
}

/** Names for a method and a path, as a reader of REST expects them: `GET /pets` lists pets. */
export function nameCall(method: string, path: string, given?: string): CallNames {
  const segments = path.split('/').filter((it) => it !== '');
  const words = segments.filter((it) => !it.startsWith('{'));
  const last = segments.at(-1) ?? '';
  const isOne = last.startsWith('{');
  const lastWord = words.at(-1) ?? 'root';
  const isPlural = singularOf(lastWord) !== lastWord;
  const isAction = !isOne && segments.length > 1 && !isPlural && method === 'post';
  const isList = method === 'get' && !isOne && isPlural;
  const thing = words.map((it) => pascal(singularOf(it))).join('') || 'Root';
  const plural = [...words.slice(0, -1).map((it) => pascal(singularOf(it))), pascal(lastWord)].join(
    '',
  );
  const verb = isList ? 'list' : isAction ? 'run' : (VERB_OF[method] ?? 'send');
  const operationId = `${verb}${isList ? plural : thing}`;
  return {
    operationId,
    summary: given?.trim() || sentenceOf(operationId),
    thing,
    isList,
    tag: pascal(words[0] ?? 'Root'),
  };
}

const VERB_OF: Readonly<Record<string, string>> = {
  get: 'get',
  head: 'check',
  post: 'create',
  put: 'replace',
  patch: 'update',
  delete: 'delete',
};

/** `List pet toys` of `listPetToys`. */
export function sentenceOf(name: string): string {
  const words = name
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll(/[-_.]+/g, ' ')
    .toLowerCase()
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

export function pascal(text: string): string {
  const name = openName(text);
  return name.charAt(0).toUpperCase() + name.slice(1);
}
