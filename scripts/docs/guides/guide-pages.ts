import { posix } from 'node:path';
import type { OutputFile } from '../../base/output-file.ts';
import { html } from '../../page/html.ts';
import { markdownToHtml } from '../markdown/markdown-to-html.ts';
import { plainWords } from '../markdown/plain-words.ts';
import type { SiteFrame } from '../shell/site-frame.ts';
import { renderSitePage } from '../shell/site-page.ts';
import { TWIN_STYLES } from '../twins/twin-styles.ts';
import { GUIDES, type Guide } from './guide.ts';

/** The list of guides and a page for each; nothing where there are none. */
export function guidePages(site: SiteFrame, guides: readonly Guide[]): OutputFile[] {
  if (guides.length === 0) return [];
  const pages = guides.map((guide) => ({
    path: guide.path,
    text: renderGuide(site, guide, guides),
  }));
  return [{ path: GUIDES, text: renderList(site, guides) }, ...pages];
}

function renderGuide(site: SiteFrame, guide: Guide, guides: readonly Guide[]): string {
  const { path, title, markdown, source } = guide;
  return renderSitePage(site, {
    path,
    title: `${title} · Kiln`,
    description: aboutOf(guide),
    styles: TWIN_STYLES,
    body: html`<nav class="crumbs" aria-label="Place"><a href="index.html">Guides</a></nav>
      <article>
        ${markdownToHtml(markdown, { resolve: (target) => resolveIn(source, target, guides) })}
      </article>`,
  });
}

function renderList(site: SiteFrame, guides: readonly Guide[]): string {
  const groups = Map.groupBy(guides, ({ group }) => group);
  return renderSitePage(site, {
    path: GUIDES,
    title: 'Guides · Kiln',
    description:
      'How to use descriptions, mocks, clients and contract tests, and what each rule means.',
    styles: TWIN_STYLES,
    body: html`<h1>Guides</h1>
      ${[...groups].map(
        ([group, members]) =>
          html`<h2>${group}</h2>
            <ul>
              ${members.map(
                (guide) =>
                  html`<li>
                    <a href="${posix.basename(guide.path)}">${guide.title}</a>
                    <span class="muted">${aboutOf(guide)}</span>
                  </li>`,
              )}
            </ul>`,
      )}`,
  });
}

/** The first sentence of a text. */
function aboutOf({ markdown }: Guide): string {
  const paragraph = markdown.split(/\n\s*\n/).find((it) => /^[A-Za-z]/.test(it)) ?? '';
  const [first = ''] = plainWords(paragraph).split(/(?<=[.!?]) (?=[A-Z])/);
  return first.length > 200 ? `${first.slice(0, 200).replace(/\s+\S*$/, '')} …` : first;
}

/** Another guide has a page; other files of the repository are not in the site. */
function resolveIn(source: string, target: string, guides: readonly Guide[]): string | undefined {
  if (/^(?:[a-z][\w+.-]*:|#)/i.test(target)) return target;
  const [place = '', fragment] = target.split('#');
  const file = posix.join(posix.dirname(source), place);
  const other = guides.find((it) => it.source === file);
  if (!other) return undefined;
  return `${posix.basename(other.path)}${fragment === undefined ? '' : `#${fragment}`}`;
}
