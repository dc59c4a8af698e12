/** A text of the repository that the site shows as a page. */
export interface Guide {
  /** Where it lies in the repository, by which other texts lead to it: `specs/EXTENSIONS.md`. */
  readonly source: string;
  /** Of the page: `guides/extensions.html`. */
  readonly path: string;
  readonly title: string;
  /** Under which heading of the list it stands. */
  readonly group: string;
  readonly markdown: string;
}

/** The list of all guides. */
export const GUIDES = 'guides/index.html';

/** A guide made of a text, by the name and the first heading of that. */
export function guideOf(source: string, markdown: string, group: string): Guide {
  const name = source
    .replace(/\.md$/i, '')
    .replaceAll(/[^\w]+/g, '-')
    .toLowerCase();
  const [, title = name] = /^# +(.*?) *#*$/m.exec(markdown) ?? [];
  return { source, path: `guides/${name}.html`, title: title.replaceAll('`', ''), group, markdown };
}
