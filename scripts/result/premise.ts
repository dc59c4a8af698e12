import { textOf, type Json } from '../base/json.ts';
import type { Pointer } from '../base/json-pointer.ts';
import { escapePattern } from '../base/escape-pattern.ts';

/** A thing that a request made: the path to it, and the values of its variables, its own last. */
export interface MadeThing {
  /** Such as `/users/{userId}/things/{id}`. */
  readonly path: string;
  readonly values: readonly Json[];
}

/** A request of a run that made or changed what a finding is about. */
export interface PremiseRequest {
  readonly operation: string;
  /** Its method and its path in the description, such as `POST /things`. */
  readonly request: string;
  /** Undefined where it is too long to be kept. */
  readonly draft?: KeptDraft | undefined;
  /** Nothing where it changed what was there. */
  readonly made: readonly MadeThing[];
  /** Set where the server failed at it, and may have changed something even so. */
  readonly isFailed?: true | undefined;
  /** The line that sends it again; none for long bodies. */
  readonly curl?: string | undefined;
}

/** What is said in a request, without credentials. */
export interface KeptDraft {
  readonly parameters: readonly {
    readonly in: string;
    readonly name: string;
    readonly value: Json;
  }[];
  readonly body?: { readonly mediaType: string; readonly value: Json } | undefined;
}

/** What it takes to see a finding again: without it a server that nobody mended shows nothing. */
export interface Premise {
  /**
   * The place in the body of the answer that it is about, `#` for all of the answer; left out where it is wrong that there is
   * such an answer, whatever stands in it.
   */
  readonly answer?: Pointer | undefined;
  /** The path of the thing that it asked for, where an answer had shown that there is one. */
  readonly thing?: string | undefined;
  /** What made and changed the things that it shows, in order. */
  readonly makings: readonly PremiseRequest[];
}

/** A labelled line about what comes before a curl line. */
interface PremiseLine {
  readonly label: 'first' | 'then' | 'ids';
  readonly text: string;
  readonly isCommand: boolean;
}

/** What has to be sent before the curl line of a finding, and which ids are others by then. */
export function premiseLines(premise: Premise | undefined, curl: string): readonly PremiseLine[] {
  const { makings = [] } = premise ?? {};
  const lines = makings.map(({ request, curl: own }, at): PremiseLine => {
    const label = at === 0 ? 'first' : 'then';
    if (own !== undefined) return { label, text: own, isCommand: true };
    const text = `it needs what ${request} made, by a request that is too long to be shown`;
    return { label, text, isCommand: false };
  });
  const ids = makings.flatMap(({ made }, at) => {
    const later = [...makings.slice(at + 1).map((it) => it.curl ?? ''), curl];
    return made
      .map(({ values }) => textOf(values.at(-1)))
      .filter((id) => later.some((it) => hasWord(it, id)));
  });
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return lines;
  const [are, their] = distinct.length === 1 ? ['is', 'its'] : ['are', 'their'];
  const text = `${distinct.join(', ')} ${are} of that run: put in ${their} place what these lines answer`;
  return [...lines, { label: 'ids', text, isCommand: false }];
}

/** The same as lines of a shell, its curl line last. */
export function shellLines(premise: Premise | undefined, curl: string): readonly string[] {
  const before = premiseLines(premise, curl).map(({ text, isCommand }) =>
    isCommand ? text : `# ${text}`,
  );
  return [...before, curl];
}

/** What a curl line needs that stands alone, in parentheses and after a space; nothing where it needs nothing. */
export function needsOf(premise: Premise | undefined): string {
  const requests = (premise?.makings ?? []).filter(({ made }) => made.length > 0);
  const [last] = requests.slice(-1);
  return last ? ` (needs a thing that ${last.request} made)` : '';
}

/** Whether a line has an id as a word of its own. */
function hasWord(line: string, id: string): boolean {
  return id !== '' && new RegExp(`(?<![\\w.-])${escapePattern(id)}(?![\\w.-])`).test(line);
}
