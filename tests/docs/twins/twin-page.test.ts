import { expect, test } from 'vitest';
import { twinsOf } from '../../../scripts/docs/twins/twins-of.ts';
import { loadMill, loadOrchard, siteOf } from '../orchard.ts';

const orchard = await loadOrchard();
const mill = await loadMill();
const site = siteOf([orchard, mill], { address: 'https://docs.example/' });
const twins = [orchard, mill].map((api) => twinsOf(site, api));
const textOf = (path: string) =>
  twins.flatMap(({ pages, markdown }) => [...pages, ...markdown]).find((it) => it.path === path)
    ?.text ?? '';

test('has a title, a description, a canonical address and the same as Markdown', () => {
  const page = textOf('orchard/operations/plantTree.html');
  expect(page).toMatch(/<title>[^<]+: POST \/trees · Orchard API<\/title>/);
  expect(page).toMatch(/<meta name="description" content="[^"]{10,}"/);
  expect(page).toContain(
    '<link rel="canonical" href="https://docs.example/orchard/operations/plantTree.html" />',
  );
  expect(page).toContain(
    '<link rel="alternate" type="text/markdown" href="../../orchard/operations/plantTree.md" />',
  );
});

test.each(['orchard', 'mill'])(
  'every page of %s has one main heading, and runs no script of the page',
  (name) => {
    const pages = twins.flatMap((it) => it.pages).filter(({ path }) => path.startsWith(`${name}/`));
    expect(pages.length).toBeGreaterThan(3);
    for (const { text } of pages) {
      expect(text.match(/<h1/g)).toHaveLength(1);
      expect(text).not.toMatch(/<script(?!\s+src=)/);
    }
  },
);

test('says everything that the description says of an operation', () => {
  const text = textOf('orchard/operations/plantTree.md');
  const operation = orchard.operations.find(({ id }) => id === 'plantTree');
  expect(text).toContain('`POST https://api.orchard.example/v2/trees`');
  expect(text).toContain('credential: 10 on free');
  expect(text).toContain('The guide answers 201 and the help centre 200.');
  for (const { name } of operation?.parameters ?? []) expect(text).toContain(`| \`${name}\` |`);
  for (const { status } of operation?.responses ?? []) expect(text).toContain(`### ${status}`);
  expect(text).toContain('curl "https://api.orchard.example/v2/trees"');
});

test('leads from a note about another operation to its page, in HTML and in Markdown', () => {
  const [page, text] = ['html', 'md'].map((ending) =>
    twins
      .flatMap((it) => [...it.pages, ...it.markdown])
      .filter(({ path }) => path.endsWith(`.${ending}`))
      .map((it) => it.text)
      .join('\n'),
  );
  expect(page).toMatch(/href="\.\.\/operations\/\w+\.html"/);
  expect(text).toMatch(/\]\(\.\.\/operations\/\w+\.md\)/);
  expect(text).not.toContain('](#/');
});

test('tells the sender of a webhook nothing about credentials', () => {
  const [webhook] = orchard.webhooks;
  const text = textOf(`orchard/webhooks/${webhook?.id}.md`);
  expect(text).toContain("Sent to the receiver's address by POST");
  expect(text).not.toContain('## Authentication');
  expect(text).not.toContain('curl');
});
