import type { ApiModel } from '../../model/api-model.ts';
import { html, type Html } from '../../page/html.ts';
import { isPublic, schemeWords } from '../security-words.ts';
import { durationWords } from '../size-words.ts';
import { linksTo, operationLink, renderFacts, type Fact } from './cells.ts';
import { renderMatrix, type Section } from './matrix.ts';

/** Who may call, and how a client says who it is. */
export function compareAuthentication(apis: readonly ApiModel[]): Section {
  return {
    id: 'authentication',
    title: 'Authentication',
    says: 'What a client sends to say who it is. Forms joined by “and” are needed together.',
    tables: [
      renderMatrix(apis, [
        ['Credential', credentialCell],
        ['Session', sessionCell],
        ['Access needed', accessCell],
        ['Without a credential', publicCell],
      ]),
    ],
  };
}

function credentialCell(api: ApiModel): Html | undefined {
  const requirements = api.operations
    .flatMap(({ security }) => security)
    .filter(({ size }) => size > 0);
  const forms = Map.groupBy(requirements, (it) => [...it.keys()].join(' '));
  const total = api.operations.length;
  const facts = [...forms.values()].map(({ length, 0: requirement }): Fact => {
    const names = [...(requirement?.keys() ?? [])];
    const pointers = names.flatMap((name) => api.securitySchemes.get(name)?.pointer ?? []);
    return {
      words: html`${names.map((name, i) => html`${i > 0 && ' and '}${wireForm(api, name)}`)}
      ${length < total && html`<small>${length} of ${total}</small>`}`,
      at: pointers,
    };
  });
  return renderFacts(api, facts);
}

/** How a credential looks in a request. */
function wireForm(api: ApiModel, name: string): Html {
  const scheme = api.securitySchemes.get(name);
  switch (scheme?.type) {
    case 'http':
      return html`<code>Authorization: ${capital(scheme.scheme)} …</code>`;
    case 'apiKey': {
      const value = scheme.prefix === undefined ? '…' : `${scheme.prefix} …`;
      const forms = {
        query: `?${scheme.name}=${value}`,
        header: `${scheme.name}: ${value}`,
        cookie: `Cookie: ${scheme.name}=${value}`,
      };
      return html`<code>${forms[scheme.in]}</code>`;
    }
    case 'oauth2':
    case 'openIdConnect':
    case 'mutualTLS':
    case 'other':
    case undefined:
      return html`${schemeWords(api, name)}`;
  }
}

function sessionCell(api: ApiModel): Html | undefined {
  const { session } = api.policies;
  if (!session) return undefined;
  const words = html`${durationWords(session.lifetime)}, opened by
  ${linksTo(api, [session.issuedBy])}`;
  return renderFacts(api, [{ words, at: ['#/x-session'] }]);
}

function accessCell(api: ApiModel): Html | undefined {
  const facts = (['write', 'read'] as const).flatMap((access): Fact[] => {
    const { length } = api.operations.filter((it) => it.access === access);
    return length === 0 ? [] : [{ words: html`${access}: ${length} of ${api.operations.length}` }];
  });
  return renderFacts(api, facts);
}

function publicCell(api: ApiModel): Html | undefined {
  const facts = api.operations
    .filter(isPublic)
    .map((it): Fact => ({ words: operationLink(api, it), at: [it.pointer] }));
  return renderFacts(api, facts);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
