import type { ApiModel } from '../../model/api-model.ts';
import { html, type Html } from '../../page/html.ts';
import { append } from '../../base/json-pointer.ts';
import { quotaWords, windowWords } from '../rate-words.ts';
import { schemaFields, pathWords } from '../schema-fields.ts';
import { byteWords } from '../size-words.ts';
import { operationLink, renderFacts, type Fact } from './cells.ts';
import { renderMatrix, type Section } from './matrix.ts';

/** How much is let through. */
export function compareLimits(apis: readonly ApiModel[]): Section {
  return {
    id: 'limits',
    title: 'Limits',
    says: 'How many requests, bytes and items are let through.',
    tables: [
      renderMatrix(apis, [
        ['Requests', quotaCell],
        ['Told in headers', headerCell],
        ['Bytes', byteCell],
        ['Items of a request', itemCell],
      ]),
    ],
  };
}

function quotaCell(api: ApiModel): Html | undefined {
  const { rateLimits } = api.policies;
  if (!rateLimits) {
    const isKnown = api.operations.some((it) =>
      it.responses.some(({ status }) => status === '429'),
    );
    return isKnown ? html`<span class="muted">a 429, but no quota</span>` : undefined;
  }
  const { quotas, window, partition, pointer } = rateLimits;
  const facts = Object.entries(quotas).map(([category, byPlan]): Fact => {
    const plans = Object.entries(byPlan);
    const figures = plans.map(
      ([plan, quota], i) =>
        html`${i > 0 && ', '}${plans.length > 1 && `${plan} `}<b>${quotaWords(quota)}</b>`,
    );
    return { words: html`<code>${category}</code> ${figures}` };
  });
  const head: Fact = { words: html`${windowWords(window)} and ${partition}`, at: [pointer] };
  return renderFacts(api, [head, ...facts]);
}

function headerCell(api: ApiModel): Html | undefined {
  const { resetUnit, ...names } = api.policies.rateLimits?.headers ?? {};
  const facts = Object.entries(names).flatMap(([role, name]): Fact[] => {
    const unit = role === 'reset' ? resetUnit?.replace('-', ' ') : undefined;
    return name
      ? [{ words: html`<code>${name}</code>${unit && html` <small>${unit}</small>`}` }]
      : [];
  });
  return renderFacts(api, facts);
}

function byteCell(api: ApiModel): Html | undefined {
  const facts = api.operations.flatMap((operation): Fact[] => {
    const { bodyBytes, itemBytes, itemsAt = '#' } = operation.limits;
    const at = [append(operation.pointer, 'x-limits')];
    const link = operationLink(api, operation);
    const items = html`<code>${pathWords(itemsAt)}[]</code>`;
    return [
      ...(bodyBytes === undefined ? [] : [{ words: html`${link} ${byteWords(bodyBytes)}`, at }]),
      ...(itemBytes === undefined
        ? []
        : [{ words: html`${link} ${items} ${byteWords(itemBytes)}`, at }]),
    ];
  });
  return renderFacts(api, facts);
}

function itemCell(api: ApiModel): Html | undefined {
  const facts = api.operations.flatMap((operation) =>
    (operation.body?.content ?? [])
      .flatMap(({ schema }) => schema ?? [])
      .flatMap((schema) => schemaFields(api.document, schema))
      .flatMap(({ path, node, pointer }): Fact[] => {
        const { maxItems } = node;
        if (typeof maxItems !== 'number') return [];
        const words = html`${operationLink(api, operation)}
          <code>${path || 'body'}</code> ${maxItems.toLocaleString('en-US')}`;
        return [{ words, at: [append(pointer, 'maxItems')] }];
      }),
  );
  return renderFacts(api, facts);
}
