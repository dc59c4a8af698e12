import type { ApiModel } from '../../model/api-model.ts';
import { operationHash } from '../deep-links.ts';
import type { TwinPaths } from './twin-paths.ts';

interface LinkPlace {
  readonly api: ApiModel;
  readonly paths: TwinPaths;
  readonly ending: 'html' | 'md';
}

/**
 * Where a link of a description leads from the page of an operation: it is written as seen from the reference, a folder
 * above, and an operation's place in the reference is its own page here.
 */
export function resolveLink(target: string, { api, paths, ending }: LinkPlace): string {
  if (/^(?:[a-z][\w+.-]*:|\/)/i.test(target)) return target;
  // Those that the page's own text is made with.
  if (target.startsWith(OWN)) return target;
  if (!target.startsWith('#')) return `../${target}`;
  const twin = byHash(api, paths).get(target);
  return twin === undefined ? `../index.html${target}` : `../${twin}.${ending}`;
}

const KNOWN = new WeakMap<TwinPaths, ReadonlyMap<string, string>>();

/** The pages by the places of their operations in the reference; every link asks. */
function byHash(api: ApiModel, paths: TwinPaths): ReadonlyMap<string, string> {
  const known = KNOWN.get(paths);
  if (known) return known;
  const found = new Map(
    [...paths].map(([operation, path]) => [operationHash(api, operation), path]),
  );
  KNOWN.set(paths, found);
  return found;
}

/** How the text of an operation's page leads to the claims of its API. */
export const OWN = '../evidence.html';

/** The Markdown of a page with links that lead to the other Markdown files. */
export function withLinks(markdown: string, place: Omit<LinkPlace, 'ending'>): string {
  return markdown.replaceAll(
    /\]\(([^()\s]+)\)/g,
    (_, target: string) => `](${resolveLink(target, { ...place, ending: 'md' })})`,
  );
}
