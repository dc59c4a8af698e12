import type { ApiModel, Operation } from '../model/api-model.ts';
import type { Claim, EvidenceLedger } from '../model/evidence.ts';
import { arrayOf, isObject, objectOf, stringOf, type Json, type JsonObject } from '../base/json.ts';
import { valueAt, withValueAt } from '../base/json-pointer.ts';
import { annotateOperation, sampleOf } from './annotate-operation.ts';
import { countOf } from './count-words.ts';
import {
  claimsBehind,
  countWords,
  renderFoldedEvidence,
  renderOtherAccounts,
  renderSource,
} from './evidence-notes.ts';
import type { ClientCall } from './samples/samples-of.ts';
import { joinParagraphs } from './paragraphs.ts';
import { lifecycleNote, sessionNote, type NoteContext } from './policy-notes.ts';

/**
 * The document as a reader gets to see it: evidence, limits and samples in the places that the
 * renderer draws, instead of in extensions that it does not.
 */
export function annotateDocument(shelf: NoteContext, clientCall?: ClientCall): JsonObject {
  const { api } = shelf;
  const { document, ledger } = api;
  const noted = ledger ? annotateNode(document, { ledger, document, describes: false }) : document;
  const put = (whole: Json, operation: Operation, extra: JsonObject): Json => {
    const node = { ...annotateOperation(shelf, operation, whole), ...extra };
    return withValueAt(whole, operation.pointer, node);
  };
  const called = api.operations.reduce(
    (whole, it) => put(whole, it, sampleOf(api, it, clientCall)),
    noted,
  );
  const annotated = api.webhooks.reduce((whole, it) => put(whole, it, {}), called);
  return openWebhooks({
    ...objectOf(annotateSession(annotated, api)),
    info: annotateInfo(objectOf(document['info']), shelf),
  });
}

/** A scheme whose credential an operation issues says so: the renderer draws it with each operation. */
function annotateSession(document: Json, api: ApiModel): Json {
  const { session } = api.policies;
  const pointer = session && api.securitySchemes.get(session.scheme)?.pointer;
  if (!session || pointer === undefined) return document;
  const node = objectOf(valueAt(document, pointer));
  const description = joinParagraphs(stringOf(node['description']), sessionNote(api, session));
  return withValueAt(document, pointer, { ...node, description });
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
  const notes = [
    renderFoldedEvidence(describes ? claimsBehind(node, ledger) : [], ledger),
    describes ? renderOtherAccounts(node, ledger) : '',
  ].filter((note) => note !== '');
  if (notes.length === 0) return copy;
  // A description beside `$ref` hides the target's, so the note follows the target's words.
  const { description } = { ...targetOf(node, document), ...node };
  return {
    ...copy,
    description: joinParagraphs(stringOf(description), ...notes),
  };
}

function targetOf(node: JsonObject, document: JsonObject): JsonObject {
  const ref = stringOf(node['$ref']);
  return ref?.startsWith('#/') ? objectOf(valueAt(document, `#${ref.slice(1)}`)) : {};
}

function annotateInfo(info: JsonObject, shelf: NoteContext): JsonObject {
  const { document, ledger, policies } = shelf.api;
  const lifecycle = policies.lifecycle && lifecycleNote(shelf, policies.lifecycle);
  const description = joinParagraphs(
    lifecycle === undefined ? undefined : `**Deprecated** ${lifecycle}`,
    stringOf(info['description']),
    ...(ledger && ledger.claims.size > 0 ? evidenceOverview(info, document, ledger) : []),
  );
  return description === '' ? info : { ...info, description };
}

function evidenceOverview(
  info: JsonObject,
  document: JsonObject,
  ledger: EvidenceLedger,
): readonly string[] {
  const described = [info, ...arrayOf(document['servers']).map(objectOf)];
  const general = [
    ...described,
    info['x-lifecycle'],
    document['x-limits'],
    document['x-rate-limits'],
    document['x-session'],
    ...Object.values(objectOf(document['x-errors'])),
  ].flatMap((node): readonly Claim[] => claimsBehind(node, ledger));
  return [
    '## Evidence',
    `${countOf(ledger.claims.size, 'claim')}: ${countWords(ledger.claims.values())}. They were read in:`,
    [...ledger.sources.values()].map((source) => `- ${renderSource(source)}`).join('\n'),
    renderFoldedEvidence([...new Set(general)], ledger, 'About the API as a whole'),
    renderOtherAccounts(
      { 'x-upstream': described.flatMap((node) => arrayOf(node['x-upstream'])) },
      ledger,
    ),
  ];
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
