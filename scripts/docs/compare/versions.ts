import type { ApiModel } from '../../model/api-model.ts';
import { html, type Html } from '../../page/html.ts';
import { lifecycleWords, replacementOf } from '../lifecycle-words.ts';
import { operationLink, renderFacts, type Fact } from './cells.ts';
import { renderMatrix, type Section } from './matrix.ts';

/** Which version is described, where it shows and how long it works. */
export function compareVersions(apis: readonly ApiModel[]): Section {
  return {
    id: 'versions',
    title: 'Versions',
    says: 'Which version is described, where a request names it, and how long it works.',
    tables: [
      renderMatrix(apis, [
        ['Version', ({ version }) => html`${version}`],
        ['In the path', pathCell],
        ['Life cycle', lifecycleCell],
        ['Replaced by', (api) => replacementCell(api, apis)],
        ['Deprecated operations', deprecatedCell],
      ]),
    ],
  };
}

function pathCell(api: ApiModel): Html | undefined {
  const versions = api.servers.flatMap(({ basePath }) => /\/v\d[^/]*/i.exec(basePath) ?? []);
  return renderFacts(
    api,
    [...new Set(versions)].map((version) => ({ words: html`<code>${version}</code>` })),
  );
}

function lifecycleCell(api: ApiModel): Html | undefined {
  const dates = lifecycleWords(api.policies.lifecycle ?? {});
  const facts = dates.map((date): Fact => ({ words: html`${date}`, at: ['#/info/x-lifecycle'] }));
  return dates.length === 0
    ? undefined
    : html`<span class="badge bad">deprecated</span>${renderFacts(api, facts)}`;
}

function replacementCell(api: ApiModel, apis: readonly ApiModel[]): Html | undefined {
  const { replacedBy } = api.policies.lifecycle ?? {};
  if (replacedBy === undefined) return undefined;
  const { label, target } = replacementOf(replacedBy, api, apis);
  return target === undefined ? html`${label}` : html`<a href="${target}">${label}</a>`;
}

function deprecatedCell(api: ApiModel): Html | undefined {
  const facts = api.operations
    .filter((it) => it.deprecated)
    .map((it): Fact => ({ words: operationLink(api, it), at: [it.pointer] }));
  return renderFacts(api, facts);
}
