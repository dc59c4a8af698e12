import type { ApiModel } from '../../model/api-model.ts';
import { html, type Html } from '../../page/html.ts';
import { append } from '../../base/json-pointer.ts';
import { codes, linksTo, operationLink, renderFacts, type Fact } from './cells.ts';
import { renderMatrix, type Section } from './matrix.ts';

/** What goes beyond a request and its answer. */
export function compareBeyond(apis: readonly ApiModel[]): Section {
  return {
    id: 'beyond',
    title: 'Asynchronous work and webhooks',
    says: 'What goes on after an answer, and what the API sends by itself.',
    tables: [
      renderMatrix(apis, [
        ['Worked off later', asyncCell],
        ['Webhooks', webhookCell],
        ['Veto', vetoCell],
      ]),
    ],
  };
}

function asyncCell(api: ApiModel): Html | undefined {
  const facts = api.operations.flatMap((operation): Fact[] => {
    const { async, pointer } = operation;
    if (!async) return [];
    const { statusOperation, pending, succeeded, failed } = async;
    const words = html`${operationLink(api, operation)}, then ${linksTo(api, [statusOperation])}:
    ${codes(pending)} → ${codes([...succeeded, ...failed])}`;
    return [{ words, at: [append(pointer, 'x-async')] }];
  });
  return renderFacts(api, facts);
}

function webhookCell(api: ApiModel): Html | undefined {
  const facts = api.webhooks.map((it): Fact => {
    return { words: operationLink(api, it), at: [it.pointer] };
  });
  return renderFacts(api, facts);
}

function vetoCell(api: ApiModel): Html | undefined {
  const facts = api.webhooks.flatMap(({ veto, pointer }): Fact[] => {
    if (!veto) return [];
    const words = html`only ${veto.allow} lets ${linksTo(api, veto.before)} go on`;
    return [{ words, at: [append(pointer, 'x-veto')] }];
  });
  return renderFacts(api, facts);
}
