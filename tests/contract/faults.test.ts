import { afterAll, expect, test } from 'vitest';
import { PROPERTIES } from '../../scripts/contract/properties.ts';
import { createSender } from '../../scripts/contract/wire/send.ts';
import type { DepotFault } from './depot-faults.ts';
import { CABINET_FAULTS } from './kept/cabinet-faults.ts';
import { serveDepot } from './depot-server.ts';
import { LAW_FAULTS } from './laws/law-faults.ts';
import { serveParcels, type Fault } from './parcels-server.ts';
import { checkServer, DEPOT, PARCELS } from './run-parcels.ts';
import type { Served } from './serve.ts';

const { send, close } = createSender({ timeout: 2000, largest: 1e6 });
afterAll(close);

/** A fault, the property of an operation that must find it, and what is said of which line. */
type Row<Name> = [fault: Name, property: string, operation: string, states: string, line: string];

const PARCELS_FAULTS: readonly Row<Fault>[] = [
  ['drops-property', 'conformance', 'createParcel', 'required', 'required: [id, to, grams]'],
  ['ignores-key', 'auth.missing', 'getParcel', 'security: key', 'security:'],
  ['ignores-key', 'auth.unknown', 'getParcel', 'security: key', 'security:'],
  ['accepts-21', 'limits.items', 'createParcels', 'maxItems: 20', 'maxItems: 20'],
  ['accepts-empty-name', 'input.rejected', 'createParcel', 'minLength: 1', 'minLength: 1'],
  ['refuses-with-409', 'input.rejected', 'createParcel', 'invalid: 400', 'invalid:'],
  [
    'refuses-longest-name',
    'input.accepted',
    'createParcel',
    'breaks no constraint',
    'requestBody:',
  ],
  ['counts-code-units', 'input.accepted', 'createParcel', 'breaks no constraint', 'requestBody:'],
  ['refuses-charset', 'input.respelled', 'createParcel', 'breaks no constraint', 'requestBody:'],
  ['fails-on-zero', 'input.hostile', 'createParcel', 'who does not want', 'requestBody:'],
  ['takes-broken-json', 'encoding.malformed', 'createParcel', 'malformed: 400', 'malformed:'],
  ['answers-html-404', 'envelope', 'getParcel', 'envelope', 'notFound:'],
  ['knows-every-path', 'path.unknown', 'getParcel', 'notFound: 404', 'notFound:'],
  ['refuses-valid', 'input.accepted', 'createParcel', 'breaks no constraint', 'requestBody:'],
  [
    'undocumented-status',
    'conformance',
    'getParcel',
    'getParcel answers 200, 400, 401, 404, 429',
    'responses:',
  ],
  ['short-header', 'conformance', 'createParcel', 'minLength: 4', 'X-Trace'],
  ['hangs-up', 'conformance', 'getParcel', 'answers', 'responses:'],
  ['takes-an-empty-key', 'auth.malformed', 'getParcel', 'security: key', 'security:'],
  ['takes-a-longer-key', 'auth.altered', 'getParcel', 'security: key', 'security:'],
  ['reads-the-first-word', 'auth.altered', 'getParcel', 'security: key', 'security:'],
  ['takes-a-former-key', 'auth.expired', 'getParcel', 'security: key', 'security:'],
  [
    'takes-half-a-pair',
    'auth.partial',
    'createParcel',
    'security: key, or account and pin',
    'security:',
  ],
  ['mixes-pairs', 'auth.mixed', 'createParcel', 'security: key, or account and pin', 'security:'],
  ['refuses-a-pair', 'auth.alternative', 'createParcel', 'security: account and pin', 'security:'],
  ['knows-one-client', 'auth.second-client', 'getParcel', 'security: key', 'security:'],
  ['takes-an-account-alone', 'auth.other-scheme', 'getParcel', 'security: key', 'security:'],
  ['takes-a-key-in-the-query', 'auth.misplaced', 'getParcel', 'security: key', 'security:'],
  ['lets-a-reader-write', 'auth.read-only', 'createParcel', 'x-access: write', 'x-access: write'],
  ['checks-input-first', 'auth.order', 'createParcel', 'security: key', 'security:'],
  ['challenges-nobody', 'auth.challenge', 'getParcel', 'WWW-Authenticate', 'security:'],
  ['takes-a-byte-more', 'limits.bytes', 'createParcel', '2001 bytes', 'bodyBytes: 2000'],
  ['takes-a-byte-less', 'limits.bytes', 'createParcel', 'breaks no constraint', 'requestBody:'],
  ['counts-no-chunks', 'limits.bytes', 'createParcel', 'in chunks', 'bodyBytes: 2000'],
  ['inflates-anything', 'limits.bytes', 'createParcel', 'under compression', 'bodyBytes: 2000'],
  ['takes-any-media-type', 'media.unsupported', 'createParcel', 'content', 'content:'],
  ['allows-nothing', 'method.allow', 'createParcel', '/parcels takes POST', '/parcels:'],
  ['does-anything', 'method.undocumented', 'createParcel', '', '/parcels:'],
  ['refuses-head', 'method.head', 'getParcel', 'HEAD', 'get:'],
  ['tells-no-limit', 'rate.headers', 'getParcel', 'X-Limit', 'headers:'],
  ['resets-in-milliseconds', 'rate.headers', 'getParcel', '3600 seconds', 'headers:'],
  ['ends-a-quota-early', 'rate.quota', 'getParcel', '5 requests in 3600 seconds', 'reading:'],
  ['ends-a-quota-late', 'rate.quota', 'getParcel', '5 requests in 3600 seconds', 'reading:'],
  ['counts-nothing-down', 'rate.quota', 'getParcel', '5 requests in 3600 seconds', 'reading:'],
  ['retries-at-once', 'rate.quota', 'getParcel', 'the window ends in', 'headers:'],
  ['counts-all-together', 'rate.quota', 'getParcel', 'partition: credential', 'partition:'],
  ['never-begins-anew', 'rate.quota', 'getParcel', '5 requests in 3600 seconds', 'reading:'],
];

const DEPOT_FAULTS: readonly Row<DepotFault>[] = [
  ['takes-a-longer-item', 'limits.item-bytes', 'packBoxes', 'tooLarge: 413', 'itemBytes: 300'],
  ['refuses-a-full-item', 'limits.item-bytes', 'packBoxes', 'breaks no constraint', 'requestBody:'],
  ['turns-everybody-away', 'auth.accepted', 'createNote', 'security: key', 'security:'],
  ['fails-on-other-media', 'media.undocumented', 'createNote', '', ''],
  ['counts-one-more', 'state.counted', 'listShelves', '#/count', 'x-resource:'],
  ['forgets-defaults', 'state.defaults', 'createNote', 'default: "hall"', 'place: { type: string'],
  ['stops-its-clock', 'state.defaults', 'createNote', 'x-default: now', 'written: { type: string'],
  ['repeats-ids', 'state.distinct', 'createNote', 'note is created', 'x-resource:'],
  ['guards-the-public', 'auth.public', 'getStatus', 'security: none', 'security: []'],
  ['keeps-readers-out', 'auth.reader', 'getAudit', 'security: token', 'security:'],
  ['ignores-scopes', 'auth.scope', 'getLedger', 'scopes: ledger', 'security:'],
  ['wants-a-capital', 'auth.scheme-case', 'getAudit', 'security: token', 'security:'],
  ['sends-json-anyway', 'media.unacceptable', 'getStatus', 'notAcceptable: 406', 'notAcceptable:'],
  ['issues-nothing', 'session.issued', 'logIn', 'issues a session for session', 'x-session:'],
  ['issues-for-a-day', 'session.issued', 'logIn', 'lifetime: 3600', 'x-session:'],
  ['forgets-sessions', 'session.opens', 'getMe', 'lasts 3600 seconds', 'x-session:'],
  ['ends-sessions-early', 'session.opens', 'getMe', 'lasts 3600 seconds', 'x-session:'],
  ['never-ends-sessions', 'session.ended', 'getMe', 'security: session', 'security:'],
  ['trusts-forged-sessions', 'session.ended', 'getMe', 'security: session', 'security:'],
  ['names-no-job', 'async.named', 'printLabel', 'id: #/job', "id: '#/job'"],
  ['loses-jobs', 'async.state', 'getLabel', 'getLabel tells of it', "id: '#/job'"],
  [
    'shouts-states',
    'async.state',
    'getLabel',
    'waiting, printing, printed, jammed',
    "state: '#/state'",
  ],
  ['goes-back', 'async.state', 'getLabel', 'final: printed, jammed', 'pending:'],
  ['works-for-ever', 'async.state', 'getLabel', 'not final', 'pending:'],
  ['forgets-notes', 'state.created', 'getNote', 'createNote creates a note', 'x-resource:'],
  ['lists-no-notes', 'state.created', 'listNotes', 'createNote creates a note', 'x-resource:'],
  ['mangles-notes', 'state.created', 'getNote', 'createNote creates a note', 'x-resource:'],
  ['ignores-updates', 'state.updated', 'replaceNote', 'replaceNote updates a note', 'x-resource:'],
  ['updates-once', 'state.updated', 'replaceNote', 'replaceNote updates a note', 'x-resource:'],
  ['keeps-deleted', 'state.deleted', 'deleteNote', 'deleteNote deletes a note', 'x-resource:'],
  ['overlaps-pages', 'paging.walk', 'listNotes', 'each item is on one page', 'x-pagination:'],
  ['long-pages', 'paging.walk', 'listNotes', 'size: 1', 'x-pagination:'],
  ['loses-an-item', 'paging.walk', 'listNotes', 'a page shows it', 'x-pagination:'],
  ['deprecates-as-true', 'deprecation.headers', 'getFormer', '2024-02-29', 'x-deprecated-since:'],
  ['ends-another-day', 'deprecation.headers', 'getFormer', '2030-06-30', 'x-sunset:'],
  ['asks-nobody', 'webhook.delivered', 'createNote', 'before: createNote', 'x-veto:'],
  ['tells-no-event', 'webhook.delivered', 'createNote', 'required: true', 'X-Event'],
  ['asks-in-vain', 'webhook.veto', 'createNote', 'allow: 204', 'x-veto:'],
  ['refuses-in-vain', 'webhook.veto', 'createNote', 'allow: 204', 'x-veto:'],
  ['asks-about-anything', 'webhook.quiet', 'createNote', 'before: createNote', 'x-veto:'],
];

/** What the property finds on the operation, as far as the table says it. */
async function found(
  description: string,
  served: Served,
  [, property, operation]: Row<string>,
): Promise<unknown> {
  const results = await checkServer(description, served, { send, operation, property });
  served.close();
  const violation = results
    .flatMap((it) => it.violations)
    .find((it) => it.property === property && it.operation === operation);
  const { states, line, location } = violation?.proof ?? {};
  return { states, line, file: location?.file, curl: violation?.curl };
}

function wanted(description: string, [, , , states, line]: Row<string>): unknown {
  return {
    states: expect.stringContaining(states) as unknown,
    line: expect.stringContaining(line) as unknown,
    file: description,
    curl: expect.stringMatching(/curl -i .*'?http:\/\/127\.0\.0\.1:/) as unknown,
  };
}

test.for(PARCELS_FAULTS)('parcels: %s is reported as %s of %s', async (row) => {
  expect(await found(PARCELS, await serveParcels(row[0]), row)).toEqual(wanted(PARCELS, row));
});

test.for(DEPOT_FAULTS)('depot: %s is reported as %s of %s', async (row) => {
  expect(await found(DEPOT, await serveDepot(row[0]), row)).toEqual(wanted(DEPOT, row));
});

test('every property finds a fault', () => {
  const own = [...PARCELS_FAULTS, ...DEPOT_FAULTS, ...LAW_FAULTS].map(([, property]) => property);
  const tried = [...own, ...CABINET_FAULTS.map(([, property]) => property)];
  // Without annotations: tests/contract/things.
  const all = [...new Set([...tried, 'state.lifetime'])];
  expect(all.toSorted()).toEqual(PROPERTIES.map(({ id }) => id).toSorted());
});
