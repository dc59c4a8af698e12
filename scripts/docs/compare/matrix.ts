import type { ApiModel } from '../../model/api-model.ts';
import { html, type Html } from '../../page/html.ts';
import { pageOf } from '../deep-links.ts';

/** One matter on which APIs are compared. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly says: string;
  readonly tables: readonly Html[];
}

/** A column: its heading, and what it says of an API, if there is anything to say. */
export type Column = readonly [heading: string, cell: (api: ApiModel) => Html | undefined];

/**
 * A row for each API of which a column has something to say; the others are named below. Narrow
 * screens draw each row as a list, for which the cells carry their headings.
 */
export function renderMatrix(apis: readonly ApiModel[], columns: readonly Column[]): Html {
  const rows = apis.map((api) => ({ api, cells: columns.map(([, cell]) => cell(api)) }));
  const [silent, telling] = [true, false].map((isSilent) =>
    rows.filter(({ cells }) => cells.every((cell) => cell === undefined) === isSilent),
  );
  return html`${telling && telling.length > 0 && renderTable(telling, columns)}
  ${
    silent &&
    silent.length > 0 &&
    html`<p class="silent">
      Nothing of this is stated for ${silent.map(({ api }, i) => [i > 0 && ', ', renderName(api)])}.
    </p>`
  }`;
}

interface ApiRow {
  readonly api: ApiModel;
  readonly cells: readonly (Html | undefined)[];
}

function renderTable(rows: readonly ApiRow[], columns: readonly Column[]): Html {
  return html`<table class="matrix" role="table">
    <thead role="rowgroup">
      <tr role="row">
        <th scope="col" role="columnheader">API</th>
        ${columns.map(([heading]) => html`<th scope="col" role="columnheader">${heading}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        ({ api, cells }) =>
          html`<tr role="row">
            <th scope="row" role="rowheader">${renderName(api)}</th>
            ${cells.map(
              (cell, i) =>
                html`<td
                  role="cell"
                  data-heading="${columns[i]?.[0]}"
                  class="${cell ? 'told' : 'muted'}"
                >
                  <div>${cell ?? html`<span title="not stated">–</span>`}</div>
                </td>`,
            )}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

function renderName(api: ApiModel): Html {
  return html`<a href="${pageOf(api)}">${api.title}</a>`;
}

interface Grid<Row> {
  readonly apis: readonly ApiModel[];
  readonly caption: string;
  readonly rows: readonly Row[];
  readonly heading: (row: Row) => string;
  readonly cell: (api: ApiModel, row: Row) => Html;
}

/** A column for each API, for facts as short as a number. */
export function renderGrid<Row>({ apis, caption, rows, heading, cell }: Grid<Row>): Html {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table class="grid">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${apis.map((api) => html`<th scope="col">${renderName(api)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              <th scope="row">${heading(row)}</th>
              ${apis.map((api) => html`<td>${cell(api, row)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
