import type { ApiModel } from '../../model/api-model.ts';
import { html, type Html } from '../../page/html.ts';
import { objectOf } from '../../base/json.ts';
import { countOf } from '../count-words.ts';
import { renderEvidenceBar } from '../evidence-bar.ts';
import { codes } from './cells.ts';
import { renderMatrix, type Section } from './matrix.ts';

/** How much there is, and how much of it is certain. */
export function compareSize(apis: readonly ApiModel[]): Section {
  return {
    id: 'size',
    title: 'Size and evidence',
    says: 'How much is described, and how sure the claims behind it are.',
    tables: [
      renderMatrix(apis, [
        ['Operations', ({ operations }) => count(operations.length)],
        ['Schemas', ({ document }) => count(schemasOf(document))],
        ['Hosts', hostCell],
        ['Evidence', evidenceCell],
      ]),
    ],
  };
}

function count(number: number): Html {
  return html`<b class="figure">${number.toLocaleString('en-US')}</b>`;
}

function schemasOf(document: ApiModel['document']): number {
  return Object.keys(objectOf(objectOf(document['components'])['schemas'])).length;
}

function hostCell({ servers }: ApiModel): Html | undefined {
  const hosts = servers.map(({ url }) => url.replace(/^[a-z]+:\/\//i, '').replace(/\/.*$/, ''));
  const named = [...new Set(hosts)].filter((host) => host !== '');
  return named.length === 0 ? undefined : html`${codes(named)}`;
}

function evidenceCell({ ledger }: ApiModel): Html | undefined {
  if (!ledger || ledger.claims.size === 0) return undefined;
  const { claims, sources } = ledger;
  return html`${renderEvidenceBar(ledger)}
    <small>${countOf(claims.size, 'claim')} from ${countOf(sources.size, 'source')}</small>`;
}
