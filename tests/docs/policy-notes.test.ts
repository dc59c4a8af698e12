import { expect, test } from 'vitest';
import { stringOf } from '../../scripts/base/json.ts';
import { valueAt, type Pointer } from '../../scripts/base/json-pointer.ts';
import { annotateDocument } from '../../scripts/docs/annotate-document.ts';
import { loadMill, loadOrchard } from './orchard.ts';

const [mill, orchard] = await Promise.all([loadMill(), loadOrchard()]);
const document = annotateDocument({ api: mill, site: [mill, orchard] });
const textAt = (pointer: Pointer) => stringOf(valueAt(document, pointer)) ?? '';

test.each<[what: string, at: Pointer, words: string]>([
  [
    'how large a request may be',
    '#/paths/~1grain/post',
    '**Size** The body has at most 2,097,152 bytes (2 MiB), each item of `sacks` at most 1,000 bytes.',
  ],
  [
    'that it must be allowed to write',
    '#/paths/~1grain/post',
    '**Access** It writes: a credential that may only read is refused.',
  ],
  [
    'how asynchronous work is followed',
    '#/paths/~1grain/post',
    '**Asynchronous** An accepted request is worked off later. Ask [readJob](#/other/readjob) with ' +
      "the answer's `job.id` as `job`: its `state` is `queued` or `milling` until it is `milled` on " +
      'success, or `jammed`.',
  ],
  [
    'which webhook can stop it',
    '#/paths/~1grain/post',
    '**Veto** The receiver of [askForGrain](#/webhooks/askforgrain) can stop it.',
  ],
  [
    'what the answer to a webhook decides',
    '#/webhooks/grainArrives/post',
    '**Veto** Only the answer 204 lets [millGrain](#/grain-and-flour/millgrain) go on.',
  ],
  [
    'pages that parameters ask for',
    '#/paths/~1grain/get',
    '**Pages** `page` in the query counts pages from 1, and `per_page` sets their size: ' +
      '20 unless told otherwise, at most 2,000.',
  ],
  [
    'pages that the body asks for',
    '#/paths/~1grain~1search/post',
    '**Pages** `window.page` in the body counts pages from 0, and `window.size` sets their size: at most 50.',
  ],
  [
    'when an operation ends and what replaces it',
    '#/paths/~1grain/get',
    '**Deprecated** since 2025-03-01; no longer works from 2026-06-30; replaced by ' +
      '[listTrees of Orchard API](../orchard/index.html#/trees/listtrees)',
  ],
  [
    'when the API ends',
    '#/info',
    '**Deprecated** since 2025-03-01; to be left by 2025-12-31; no longer works from 2026-06-30; ' +
      'replaced by [Orchard API](../orchard/index.html)',
  ],
  [
    'another server of an operation',
    '#/paths/~1doors/post',
    '**Server** `https://gate.mill.example`',
  ],
  [
    'what an operation opens',
    '#/paths/~1doors/post',
    '**Session** It opens the session of `session`, which ends after 8 hours.',
  ],
  [
    'where a session comes from',
    '#/components/securitySchemes/session',
    '**Session** [openDoor](#/doors/opendoor) opens it, and it ends after 8 hours.',
  ],
  [
    'what other sources say, as text',
    '#/info',
    String.raw`<details><summary>Other sources differ: 1 point</summary>` +
      '\n\n' +
      String.raw`- A \<b>blog\</b> calls it the Watermill API. Source: [A blog](https://blog.example/mill) (read 2026-11-21).`,
  ],
])('tells %s', (_, at, words) => {
  expect(textAt(`${at}/description`)).toContain(words);
});

test('counts the claims of an operation and of its policies, each once', () => {
  expect(textAt('#/paths/~1grain/post/description')).toContain(
    '**Evidence** 1 documented, 1 inferred',
  );
  expect(textAt('#/webhooks/grainArrives/post/description')).toContain('**Evidence** 2 documented');
});

test('offers no sample where the reader is called', () => {
  expect(valueAt(document, '#/webhooks/grainArrives/post/x-codeSamples')).toBeUndefined();
});

test('names what the site does not have without a link', () => {
  const alone = annotateDocument({ api: mill, site: [mill] });
  expect(valueAt(alone, '#/paths/~1grain/get/description')).toContain(
    'replaced by `orchard#listTrees`',
  );
});
