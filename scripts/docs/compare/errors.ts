import type { ApiModel, DocumentedResponse, Operation } from '../../model/api-model.ts';
import { html, type Html } from '../../page/html.ts';
import { append } from '../../base/json-pointer.ts';
import { ERROR_KINDS, ERROR_STATUSES, type ErrorKind } from '../../model/policies.ts';
import { schemaFields } from '../schema-fields.ts';
import { codes, operationLink, renderDot, renderFacts, type Fact } from './cells.ts';
import { renderGrid, renderMatrix, type Section } from './matrix.ts';

/** How a refusal looks. */
export function compareErrors(apis: readonly ApiModel[]): Section {
  const kinds = ERROR_KINDS.filter((kind) => apis.some((api) => isStated(api, kind)));
  return {
    id: 'errors',
    title: 'Errors',
    says: 'What a refusal holds, and its status. A status that is not the one HTTP foresees is marked.',
    tables: [
      renderMatrix(apis, [
        ['Fields of an error', envelopeCell],
        ['Unusual', unusualCell],
      ]),
      renderGrid({
        apis,
        caption: 'Status of a refusal',
        rows: kinds,
        heading: kindWords,
        cell: statusCell,
      }),
    ],
  };
}

function envelopeCell(api: ApiModel): Html | undefined {
  const schemas = errorResponses(api).flatMap(({ content }) =>
    content.flatMap(({ schema }) => schema ?? []),
  );
  const fields = schemas.flatMap((schema) => schemaFields(api.document, schema));
  const paths = new Set(fields.flatMap(({ path }) => (path === '' ? [] : [path])));
  const bodies = fields.filter(({ path, node }) => path === '' && !('$ref' in node));
  if (paths.size === 0) return undefined;
  return renderFacts(api, [
    {
      words: html`${codes([...paths])}`,
      at: bodies.flatMap(({ pointer }) => [pointer, append(pointer, 'required')]),
    },
  ]);
}

/** The responses that refuse: those that the policies name. */
function errorResponses({ policies, responses }: ApiModel): DocumentedResponse[] {
  const names = new Set(Object.values(policies.errors).map(({ response }) => response));
  return [...names].flatMap((name) => responses.get(name) ?? []);
}

function unusualCell(api: ApiModel): Html | undefined {
  const { errors } = api.policies;
  const unusual = ERROR_KINDS.filter((kind) => toneOf(kind, errors[kind]?.status) !== 'plain');
  const byStatus = Map.groupBy(unusual, (kind) => errors[kind]?.status ?? 0);
  const facts = [...byStatus].map(([status, kinds]): Fact => {
    const words = kinds.map(kindWords).join(', ');
    const isSilent = status < 400;
    return {
      words: html`<b>${status}</b>${isSilent && ', as if all were well,'} for ${words}`,
      at: kinds.map((kind) => append('#/x-errors', kind)),
    };
  });
  return renderFacts(api, facts);
}

function statusCell(api: ApiModel, kind: ErrorKind): Html {
  const status = api.policies.errors[kind]?.status;
  if (status !== undefined) {
    return html`<span class="status ${toneOf(kind, status)}">${status}</span>
      ${renderDot(api, [append('#/x-errors', kind)])}`;
  }
  const documenting = documentingOperations(api, kind);
  const [first] = documenting;
  if (!first) return html`<span class="muted" title="not stated">–</span>`;
  const where = documenting.length === 1 ? operationLink(api, first) : `in ${documenting.length}`;
  return html`<span class="status plain">${ERROR_STATUSES[kind]}</span> <small>${where}</small>`;
}

/** A refusal that passes for a success is worse than one with another status than HTTP's. */
function toneOf(kind: ErrorKind, status: number | undefined): 'plain' | 'caution' | 'bad' {
  if (status === undefined || status === ERROR_STATUSES[kind]) return 'plain';
  return status < 400 ? 'bad' : 'caution';
}

function isStated(api: ApiModel, kind: ErrorKind): boolean {
  return api.policies.errors[kind] !== undefined || documentingOperations(api, kind).length > 0;
}

/** Operations that document HTTP's status for a kind of refusal of which the policies do not speak. */
function documentingOperations({ operations }: ApiModel, kind: ErrorKind): Operation[] {
  const status = String(ERROR_STATUSES[kind]);
  return operations.filter(({ responses }) => responses.some((it) => it.status === status));
}

/** `not found` of `notFound`. */
function kindWords(kind: ErrorKind): string {
  return kind.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
