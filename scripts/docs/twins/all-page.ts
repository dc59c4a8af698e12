import type { ApiModel, Operation } from '../../model/api-model.ts';
import { html, trusted, type Html } from '../../page/html.ts';
import type { SiteFrame } from '../shell/site-frame.ts';
import { renderSitePage } from '../shell/site-page.ts';
import { TWIN_STYLES } from './twin-styles.ts';
import type { TwinPaths } from './twin-paths.ts';

/** Bodies of the pages of operations, as `renderTwinBody` makes them. */
export type TwinBodies = ReadonlyMap<Operation, Html>;

/** Every operation and webhook of an API on one page: to print, and to read without a script. */
export function renderAllPage(
  site: SiteFrame,
  api: ApiModel,
  paths: TwinPaths,
  bodies: TwinBodies,
): string {
  return renderSitePage(site, {
    path: `${api.name}/all.html`,
    title: `${api.title}, all operations on one page`,
    description: `Every operation and webhook of ${api.title} on one page, to print or to read offline.`,
    styles: TWIN_STYLES + STYLES,
    body: html`<nav class="crumbs" aria-label="Place">
        <a href="../index.html">All APIs</a> / <a href="index.html">${api.title}</a>
      </nav>
      <h1>${api.title} ${api.version}</h1>
      ${
        bodies.size > MOST_WHOLE
          ? html`<p>Each of the ${bodies.size} operations has a page of its own.</p>
              ${renderContents(api, paths, 'page')}`
          : html`${renderContents(api, paths)} ${renderArticles(paths, bodies)}`
      }`,
  });
}

/** More than that no browser shows at once with ease, and nobody prints. */
const MOST_WHOLE = 300;

/** Links to the pages of all operations, by tag. */
export function renderContents(
  api: ApiModel,
  paths: TwinPaths,
  target: 'page' | 'part' = 'part',
): Html {
  const groups = Map.groupBy(paths.keys(), (operation) =>
    api.webhooks.includes(operation) ? 'Webhooks' : (operation.tags[0] ?? 'Operations'),
  );
  return html`<nav class="contents" aria-label="Operations">
    ${[...groups].map(
      ([tag, operations]) =>
        html`<h2>${tag}</h2>
          <ul>
            ${operations.map((it) => {
              const path = paths.get(it) ?? '';
              return html`<li>
                <a href="${target === 'page' ? `${path}.html` : `#${partOf(path)}`}"
                  >${it.summary ?? it.id}</a
                >
                <code
                  >${it.method.toUpperCase()}${api.webhooks.includes(it) ? '' : ` ${it.path}`}</code
                >
              </li>`;
            })}
          </ul>`,
    )}
  </nav>`;
}

/** The operations one below the other, seen from the folder of the API. */
export function renderArticles(paths: TwinPaths, bodies: TwinBodies): Html {
  return html`${[...bodies].map(([operation, { markup }]) => {
    const part = partOf(paths.get(operation) ?? '');
    return html`<article id="${part}">
      ${trusted(
        deepened(
          markup
            .replaceAll(' id="', ` id="${part}-`)
            .replaceAll(
              / href="\.\.\/((?:operations|webhooks)\/[^"]*)\.html"/g,
              (_, path: string) => ` href="#${partOf(path)}"`,
            )
            .replaceAll(' href="../', ' href="'),
        ),
      )}
    </article>`;
  })}`;
}

/** The page has a heading of its own, so the others go a level down. */
function deepened(markup: string): string {
  return markup.replaceAll(
    /<(\/?)h([1-5])\b/g,
    (_, end: string, level: string) => `<${end}h${Number(level) + 1}`,
  );
}

function partOf(path: string): string {
  return path.replace('/', '-');
}

const STYLES = `
.contents h2 { font-size: 16px; margin: 20px 0 4px; }
.contents ul { margin: 0; padding-left: 18px; }
article > h2:first-child { font-size: 26px; border-top: 0; }
article { border-top: 2px solid var(--line); margin-top: 40px; }
@media print { .contents { break-after: page; } article { border-top: 0; margin-top: 0; } }
`;
