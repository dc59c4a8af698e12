import type { ApiModel, Operation } from '../model/api-model.ts';
import { arrayOf, stringsOf, objectOf, type Json, type JsonObject } from '../base/json.ts';
import { parentOf, valueAt } from '../base/json-pointer.ts';
import type { Lifecycle, SessionPolicy } from '../model/policies.ts';
import { operationHash } from './deep-links.ts';
import { lifecycleWords, replacementOf } from './lifecycle-words.ts';
import { pageSizeOf, sizeWords } from './page-size.ts';
import { quotaWords, windowWords } from './rate-words.ts';
import { conditionNote, keyNote, pageWords } from './repeat-notes.ts';
import { pathWords } from './schema-fields.ts';
import {
  answersNote,
  changedNote,
  kindsNote,
  newNote,
  protectedNote,
  repeatsNote,
  shownNote,
  sqlNote,
} from './state-notes.ts';
import { byteWords, durationWords } from './size-words.ts';

/** A site and the one of its APIs whose page is being written. */
export interface NoteContext {
  readonly api: ApiModel;
  /** All APIs of the site, which pages lead to. */
  readonly site: readonly ApiModel[];
}

/** What the policies say of an operation or a webhook, a Markdown paragraph each. */
export function policyNotes(shelf: NoteContext, operation: Operation, document: Json): string[] {
  const { api } = shelf;
  const node = objectOf(valueAt(document, operation.pointer));
  const pathItem = objectOf(valueAt(document, parentOf(operation.pointer)));
  const notes: readonly (readonly [label: string, words: string | undefined])[] = [
    ['Also printed as', variantNote(node, pathItem)],
    ['Deprecated', lifecycleNote(shelf, operation.lifecycle)],
    ['Server', serverNote(operation, node, pathItem)],
    ['Access', operation.access && ACCESS_WORDS[operation.access]],
    ['Session', issueNote(api, operation)],
    ['Limits', rateNote(api, operation)],
    ['Size', sizeNote(operation)],
    ['Pages', pageNote(api, operation)],
    ['Repeating', keyNote(operation)],
    ['Conditions', conditionNote(operation)],
    ['Asynchronous', asyncNote(api, operation)],
    ['New ones', newNote(operation)],
    ['Changes', changedNote(operation)],
    ['Shown', shownNote(operation)],
    ['Protected', protectedNote(operation)],
    ['Answers', answersNote(operation)],
    ['Kinds', kindsNote(operation)],
    ['Repeats', repeatsNote(operation)],
    ['SQL', sqlNote(operation)],
    ['Veto', vetoNote(api, operation)],
  ];
  return notes.flatMap(([label, words]) => (words === undefined ? [] : [`**${label}** ${words}`]));
}

/** The dates of an API or an operation and what replaces it, in Markdown. */
export function lifecycleNote(
  { api, site }: NoteContext,
  lifecycle: Lifecycle,
): string | undefined {
  const dates = lifecycleWords(lifecycle);
  const { replacedBy } = lifecycle;
  if (replacedBy !== undefined) {
    const { label, target } = replacementOf(replacedBy, api, site);
    dates.push(`replaced by ${target === undefined ? code(label) : `[${label}](../${target})`}`);
  }
  return dates.length === 0 ? undefined : dates.join('; ');
}

/** How the session of a security scheme begins and ends, in Markdown. */
export function sessionNote(api: ApiModel, { issuedBy, lifetime }: SessionPolicy): string {
  return `**Session** ${linkTo(api, issuedBy)} opens it, and it ends after ${durationWords(lifetime)}.`;
}

/** Other spellings of the path in the documents: `x-documented-as`, here or on the path. */
function variantNote(node: JsonObject, pathItem: JsonObject): string | undefined {
  const printed = node['x-documented-as'] ?? pathItem['x-documented-as'];
  const variants = typeof printed === 'string' ? [printed] : stringsOf(printed);
  return variants.length === 0 ? undefined : variants.map(code).join(', ');
}

/** The renderer draws the servers of the description alone. */
function serverNote(
  { servers }: Operation,
  node: JsonObject,
  pathItem: JsonObject,
): string | undefined {
  const own = [...arrayOf(node['servers']), ...arrayOf(pathItem['servers'])];
  return own.length === 0 ? undefined : servers.map(({ url }) => code(url)).join(', ');
}

const ACCESS_WORDS = {
  read: 'It reads: a credential that may only read is enough.',
  write: 'It writes: a credential that may only read is refused.',
} as const;

function issueNote({ policies }: ApiModel, { id }: Operation): string | undefined {
  const { session } = policies;
  if (session?.issuedBy !== id) return undefined;
  return `It opens the session of ${code(session.scheme)}, which ends after ${durationWords(session.lifetime)}.`;
}

function rateNote({ policies }: ApiModel, { rateCategory }: Operation): string | undefined {
  const { rateLimits } = policies;
  const quotas = rateCategory === undefined ? undefined : rateLimits?.quotas[rateCategory];
  if (!rateLimits || !quotas) return undefined;
  const { window, partition } = rateLimits;
  const plans = Object.entries(quotas);
  const figures = plans.map(([plan, quota]) =>
    plans.length === 1 ? quotaWords(quota) : `${quotaWords(quota)} on ${plan}`,
  );
  return (
    `Requests ${windowWords(window)} and ${partition}: ` +
    `${figures.join(', ')} (counted as ${code(rateCategory ?? '')})`
  );
}

function sizeNote({ limits }: Operation): string | undefined {
  const { bodyBytes, itemBytes, itemsAt } = limits;
  const parts = [
    ...(bodyBytes === undefined ? [] : [`the body has at most ${byteWords(bodyBytes)}`]),
    ...(itemBytes === undefined
      ? []
      : [`each item of ${code(pathWords(itemsAt ?? '#'))} at most ${byteWords(itemBytes)}`]),
  ];
  return parts.length === 0 ? undefined : `${capital(parts.join(', '))}.`;
}

function pageNote(api: ApiModel, operation: Operation): string | undefined {
  const { pagination } = operation;
  if (!pagination) return undefined;
  return pageWords(pagination, sizeWords(pageSizeOf(api, operation)));
}

function asyncNote(api: ApiModel, { async }: Operation): string | undefined {
  if (!async) return undefined;
  const { id, statusOperation, parameter, state, pending, succeeded, failed } = async;
  const [wait, good, bad] = [pending, succeeded, failed].map((it) => it.map(code).join(' or '));
  return (
    `An accepted request is worked off later. Ask ${linkTo(api, statusOperation)} with the answer's ` +
    `${code(pathWords(id))} as ${code(parameter)}: its ${code(pathWords(state))} is ${wait} until it ` +
    `is ${good} on success, or ${bad}.`
  );
}

/** On a webhook what its answer decides, and on an operation which webhook decides. */
function vetoNote(api: ApiModel, { id, veto }: Operation): string | undefined {
  if (veto) {
    const waiting = veto.before.map((it) => linkTo(api, it)).join(' and ');
    return `Only the answer ${veto.allow} lets ${waiting} go on.`;
  }
  const hooks = api.webhooks.filter((it) => it.veto?.before.includes(id));
  if (hooks.length === 0) return undefined;
  return `The receiver of ${hooks.map((it) => linkTo(api, it.id)).join(' and ')} can stop it.`;
}

function linkTo(api: ApiModel, id: string): string {
  const target = [...api.operations, ...api.webhooks].find((it) => it.id === id);
  return target ? `[${id}](${operationHash(api, target)})` : code(id);
}

function code(text: string): string {
  return `\`${text}\``;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
