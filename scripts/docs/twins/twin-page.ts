import type { ApiModel, Operation } from '../../model/api-model.ts';
import { html, type Html } from '../../page/html.ts';
import { operationHash } from '../deep-links.ts';
import { plainWords } from '../markdown/plain-words.ts';
import { markdownToHtml } from '../markdown/markdown-to-html.ts';
import { rootFrom, type SiteFrame } from '../shell/site-frame.ts';
import { renderSitePage } from '../shell/site-page.ts';
import { resolveLink } from './resolve-link.ts';
import { TWIN_STYLES } from './twin-styles.ts';
import type { TwinPaths } from './twin-paths.ts';

interface Twin {
  readonly api: ApiModel;
  readonly paths: TwinPaths;
  readonly operation: Operation;
  /** The page's text: `renderOperationMarkdown`. */
  readonly markdown: string;
}

/** The page of one operation or webhook: everything in plain HTML, printable, with a title of its own. */
export function renderTwinPage(site: SiteFrame, twin: Twin): string {
  const { api, paths, operation } = twin;
  const { id, method, path, summary } = operation;
  const place = `${api.name}/${paths.get(operation) ?? ''}`;
  const isSent = api.webhooks.includes(operation);
  const request = isSent ? `webhook ${id}` : `${method.toUpperCase()} ${path}`;
  const first = plainWords((operation.description ?? summary ?? id).split(/\n\s*\n/)[0] ?? '');
  return renderSitePage(site, {
    path: `${place}.html`,
    title: `${summary ?? id}: ${request} · ${api.title}`,
    description: first.slice(0, 200),
    markdown: `${place}.md`,
    styles: TWIN_STYLES,
    body: html`<nav class="crumbs" aria-label="Place">
        <a href="${rootFrom(place)}index.html">All APIs</a> /
        <a href="../index.html">${api.title}</a>
        ${operation.tags[0] !== undefined && html`/ ${operation.tags[0]}`}
      </nav>
      <article>${renderTwinBody(twin)}</article>
      <p class="no-print actions">
        <a class="button plain" href="../index.html${operationHash(api, operation)}"
          >Open in the reference</a
        >
        ${!isSent && html`<a class="button plain" href="../try.html#${id}">Try it on a mock</a>`}
        <a class="button plain" href="../all.html">All operations on one page</a>
        <a class="button plain" href="${place.split('/').at(-1) ?? ''}.md">Markdown</a>
      </p>
      ${renderAround(paths, operation)}`,
  });
}

/** What the page says, without what leads elsewhere. */
export function renderTwinBody({ api, paths, markdown }: Twin): Html {
  return markdownToHtml(markdown, {
    resolve: (target) => resolveLink(target, { api, paths, ending: 'html' }),
  });
}

/** The operation before and the one after, in the order of the description. */
function renderAround(paths: TwinPaths, operation: Operation): Html {
  const all = [...paths.keys()];
  const at = all.indexOf(operation);
  const link = (neighbour: Operation | undefined, rel: 'prev' | 'next') =>
    neighbour &&
    html`<a rel="${rel}" href="../${paths.get(neighbour) ?? ''}.html"
      ><small>${rel === 'prev' ? 'Before' : 'Next'}</small>${neighbour.summary ?? neighbour.id}</a
    >`;
  return html`<nav class="around" aria-label="Operations beside this one">
    ${link(all[at - 1], 'prev')}${link(all[at + 1], 'next')}
  </nav>`;
}
