import type { ApiModel } from '../core/api-model.ts';
import type { Claim, EvidenceLedger } from '../core/evidence.ts';
import { arrayOf, isObject, objectOf, stringOf, type Json, type JsonObject } from '../core/json.ts';
import { valueAt, withValueAt } from '../core/json-pointer.ts';
import { annotateOperation } from './annotate-operation.ts';
import { countOf } from './count-words.ts';
import { claimsOf, countWords, renderFoldedEvidence, renderSource } from './evidence-notes.ts';
import { joinParagraphs } from './paragraphs.ts';

/**
 * The document as a reader gets to see it: evidence, limits and samples in the places that the
 * renderer draws, instead of in extensions that it does not.
 */
export function annotateDocument(api: ApiModel): JsonObject {
  const { document, ledger } = api;
  const noted = ledger ? annotateNode(document, { ledger, document, describes: false }) : document;
  const annotated = api.operations.reduce(
    (whole, operation) =>
      withValueAt(whole, operation.pointer, annotateOperation(api, operation, whole)),
    noted,
  );
  return openWebhooks({
    ...objectOf(annotated),
    info: annotateInfo(objectOf(document['info']), api),
  });
}

/** The parts whose own description the renderer draws, so that it can take a note. */
const DESCRIBED_PARTS = new Set([
  'headers',
  'parameters',
  'requestBodies',
  'requestBody',
  'responses',
  'schema',
  'schemas',
  'securitySchemes',
  'tags',
]);

/** Values of these are data of the API: an `x-` key in there is none of ours. */
const DATA_KEYWORDS = new Set(['const', 'default', 'enum', 'example', 'examples', 'value']);

interface Context {
  readonly ledger: EvidenceLedger;
  readonly document: JsonObject;
  /** Whether the node belongs to a part that is described. */
  readonly describes: boolean;
}

function annotateNode(node: Json, context: Context): Json {
  if (Array.isArray(node)) {
    return (node as readonly Json[]).map((item) => annotateNode(item, context));
  }
  if (!isObject(node)) return node;
  const copy = Object.fromEntries(
    Object.entries(node).map(([key, child]) => {
      const describes = context.describes || DESCRIBED_PARTS.has(key);
      return [key, DATA_KEYWORDS.has(key) ? child : annotateNode(child, { ...context, describes })];
    }),
  );
  const { ledger, document, describes } = context;
  const claims = describes ? claimsOf(node, ledger) : [];
  if (claims.length === 0) return copy;
  // A description beside `$ref` hides the target's, so the note follows the target's words.
  const { description } = { ...targetOf(node, document), ...node };
  return {
    ...copy,
    description: joinParagraphs(stringOf(description), renderFoldedEvidence(claims, ledger)),
  };
}

function targetOf(node: JsonObject, document: JsonObject): JsonObject {
  const ref = stringOf(node['$ref']);
  return ref?.startsWith('#/') ? objectOf(valueAt(document, `#${ref.slice(1)}`)) : {};
}

function annotateInfo(info: JsonObject, { document, ledger }: ApiModel): JsonObject {
  if (!ledger || ledger.claims.size === 0) return info;
  const general = [
    info,
    ...arrayOf(document['servers']),
    document['x-rate-limits'],
    ...Object.values(objectOf(document['x-errors'])),
  ].flatMap((node): readonly Claim[] => claimsOf(node, ledger));
  const overview = [
    '## Evidence',
    `${countOf(ledger.claims.size, 'claim')}: ${countWords(ledger.claims.values())}. They were read in:`,
    [...ledger.sources.values()].map((source) => `- ${renderSource(source)}`).join('\n'),
    renderFoldedEvidence([...new Set(general)], ledger, 'About the API as a whole'),
  ];
  return { ...info, description: joinParagraphs(stringOf(info['description']), ...overview) };
}

/** Whoever sends a webhook does not hold the reader's credential: the root's `security` is not theirs. */
function openWebhooks(document: JsonObject): JsonObject {
  if (!isObject(document['webhooks'])) return document;
  const webhooks = Object.entries(document['webhooks']).map(([name, item]): [string, Json] => [
    name,
    Object.fromEntries(Object.entries(objectOf(item)).map(openOperation)),
  ]);
  return { ...document, webhooks: Object.fromEntries(webhooks) };
}

function openOperation([key, value]: [string, Json]): [string, Json] {
  return [key, isObject(value) && 'responses' in value ? { security: [], ...value } : value];
}
