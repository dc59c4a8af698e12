import type { ApiModel, Operation } from '../../model/api-model.ts';
import { html, type Html } from '../../page/html.ts';
import { append } from '../../base/json-pointer.ts';
import type { Pagination } from '../../model/policies.ts';
import { pageSizeOf, sizeWords } from '../page-size.ts';
import { nameWords, pathWords } from '../schema-fields.ts';
import { operationLink, renderFacts, type Fact } from './cells.ts';
import { renderMatrix, type Section } from './matrix.ts';

/** How long lists are read. */
export function comparePaging(apis: readonly ApiModel[]): Section {
  return {
    id: 'paging',
    title: 'Paging',
    says: 'How a list that is too long for one answer is read.',
    tables: [
      renderMatrix(apis, [
        ['Paged', pagedCell],
        ['Page', pageCell],
        ['Size of a page', sizeCell],
      ]),
    ],
  };
}

function pagedCell(api: ApiModel): Html | undefined {
  return renderPaged(api, (it) => ({
    words: operationLink(api, it),
    at: [append(it.pointer, 'x-pagination')],
  }));
}

function pageCell(api: ApiModel): Html | undefined {
  return renderPaged(api, (_, pagination) => ({ words: pageWords(pagination) }));
}

function pageWords(pagination: Pagination): Html {
  const { in: place } = pagination;
  switch (pagination.style) {
    case 'page':
      return html`<code>${nameWords(pagination.page)}</code> in the ${place}, from
        ${pagination.first}`;
    case 'offset':
      return html`<code>${nameWords(pagination.offset)}</code> in the ${place}, items to skip`;
    case 'cursor':
      return html`<code>${nameWords(pagination.cursor)}</code> in the ${place}, from
        <code>${pathWords(pagination.next)}</code> of the page before`;
    case 'link':
      return html`the link with <code>rel="next"</code> in <code>Link</code>`;
  }
}

function sizeCell(api: ApiModel): Html | undefined {
  return renderPaged(api, (operation, { size }) => ({
    words: html`<code>${nameWords(size)}</code> ${sizeWords(pageSizeOf(api, operation))}`,
  }));
}

function renderPaged(
  api: ApiModel,
  fact: (operation: Operation, pagination: Pagination) => Fact,
): Html | undefined {
  const facts = api.operations.flatMap((it) => (it.pagination ? [fact(it, it.pagination)] : []));
  return renderFacts(api, facts);
}
