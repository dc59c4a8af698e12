import { expect, test } from 'vitest';
import { objectOf, stringOf } from '../../scripts/base/json.ts';
import { valueAt, withValueAt, type Pointer } from '../../scripts/base/json-pointer.ts';
import { annotateDocument } from '../../scripts/docs/annotate-document.ts';
import { loadOrchard } from './orchard.ts';

const api = await loadOrchard();
const document = annotateDocument({ api, site: [api] });
const at = (pointer: Pointer) => valueAt(document, pointer);
const textAt = (pointer: Pointer) => stringOf(at(pointer)) ?? '';

test('tells under an operation its limits and each claim with source and date', () => {
  expect(textAt('#/paths/~1trees/get/description')).toBe(
    [
      'Every tree, the oldest first.',
      '**Limits** Requests per minute and credential: 100 on free, 1,000 on team, by agreement on enterprise (counted as `read`)',
      '**Evidence** 1 corroborated',
      '- **[Corroborated](evidence.html#trees-listed).** Trees are listed oldest first. Source: ' +
        '[Orchard developer guide](https://orchard.example/docs/guide) (read 2026-11-20) and ' +
        '[Orchard help centre](https://orchard.example/help) (read 2026-11-21): Reading.',
    ].join('\n\n'),
  );
});

test('puts the weakest claim of an operation on its badge', () => {
  expect(at('#/paths/~1trees/post/x-badges')).toMatchObject([{ name: 'contradicted' }]);
  expect(at('#/paths/~1health/get/x-badges')).toBeUndefined();
});

test('tells how a contradiction was resolved and why a conclusion is believed', () => {
  expect(textAt('#/paths/~1trees/post/description')).toContain('Resolved: the guide is newer.');
  expect(textAt('#/components/schemas/NewTree/properties/species/description')).toBe(
    'What it bears.\n\n<details><summary>Evidence: 1 inferred</summary>\n\n' +
      '- **[Inferred](evidence.html#species-guess).** Two species exist. Why: no example shows another.\n\n</details>',
  );
});

test('notes claims about single keywords at the node that has them', () => {
  expect(textAt('#/components/schemas/NewTree/properties/note/description')).toContain(
    'No document bounds the note.',
  );
});

test('shows other spellings of a path', () => {
  expect(textAt('#/paths/~1trees~1{treeId}~1harvests/post/description')).toContain(
    '**Also printed as** `/tree/{id}/harvest`',
  );
});

test('adds a list of the sources to the overview', () => {
  expect(textAt('#/info/description')).toContain(
    '## Evidence\n\n6 claims: 2 documented, 1 corroborated, 1 inferred, 1 contradicted, 1 unstated.',
  );
});

test('asks the sender of a webhook for no credential', () => {
  expect(at('#/webhooks/treeFelled/post/security')).toEqual([]);
});

test('folds the claims of an operation away where there are many', () => {
  const { node, ledger } = { node: '#/paths/~1trees/get', ledger: api.ledger } as const;
  const claims = [...(ledger?.claims.keys() ?? [])];
  const crowded = withValueAt(api.document, `${node}/x-evidence`, claims);
  const annotated = annotateDocument({ api: { ...api, document: objectOf(crowded) }, site: [api] });
  expect(valueAt(annotated, `${node}/description`)).toContain(
    '<details><summary>Evidence: 2 documented, 1 corroborated',
  );
});

test('leaves data of the API alone, whatever its keys', () => {
  const example = '#/paths/~1trees/post/requestBody/content/application~1json/examples';
  expect(at(example)).toEqual(valueAt(api.document, example));
});

test('changes nothing but samples where there is no ledger', () => {
  const bare = annotateDocument({ api: { ...api, ledger: undefined }, site: [api] });
  expect(bare['info']).toEqual(api.document['info']);
  expect(bare['components']).toEqual(api.document['components']);
});
