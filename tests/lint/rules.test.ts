import { readdir, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { renderLocation } from '../../scripts/base/source-location.ts';
import { checkRules } from '../../scripts/lint/check-rules.ts';
import { IGNORE_RULE } from '../../scripts/lint/ignores.ts';
import { RULES } from '../../scripts/lint/rules.ts';
import { CASES, loadCase } from './load-case.ts';

test.for(RULES)('$id finds each marked line of its bad case, and nothing else', async ({ id }) => {
  const files = await filesOf(`${CASES}/${id}`, 'bad');
  const findings = checkRules(await loadCase(files.root), RULES);
  const places = findings.map(({ rule, location }) => `${rule} ${renderLocation(location)}`);
  const marked = (await Promise.all(files.all.map(marksIn))).flat();
  expect(marked.length).toBeGreaterThan(0);
  expect(places.toSorted()).toEqual(marked.map((place) => `${id} ${place}`).toSorted());
});

test.for(RULES)('$id finds nothing in its good case', async ({ id }) => {
  const { root } = await filesOf(`${CASES}/${id}`, 'good');
  expect(checkRules(await loadCase(root), RULES)).toEqual([]);
});

test('each rule has a case folder, and each case folder a rule', async () => {
  expect((await readdir(CASES)).toSorted()).toEqual(RULES.map(({ id }) => id).toSorted());
});

test('the file, id and section of a rule share a name', async () => {
  const ids = RULES.map(({ id }) => id).toSorted();
  const files = (await readdir('scripts/lint/rules')).filter((name) => name.endsWith('.ts'));
  expect(files.toSorted()).toEqual(ids.map((id) => `${id}.ts`));
  const readme = await readFile('scripts/lint/rules/README.md', 'utf8');
  const sections = [...readme.matchAll(/^## (\S+)$/gm)].map(([, name = '']) => name);
  expect(sections.toSorted()).toEqual([...ids, IGNORE_RULE.id].toSorted());
});

test('the README gives the description and verdict of each rule', async () => {
  const readme = await readFile('scripts/lint/rules/README.md', 'utf8');
  for (const { id, severity, description } of [...RULES, IGNORE_RULE]) {
    const section = readme.split(/^## /m).find((text) => text.startsWith(`${id}\n`)) ?? '';
    expect(section).toContain(`**${severity}.** ${description}`);
    expect(section.match(/```yaml/g)).toHaveLength(2);
  }
});

/** A case is one file, or a folder where the description needs a ledger. */
async function filesOf(folder: string, name: 'good' | 'bad') {
  const beside = await readdir(`${folder}/${name}`).catch(() => undefined);
  if (!beside) return { root: `${folder}/${name}.yaml`, all: [`${folder}/${name}.yaml`] };
  const all = beside.map((file) => `${folder}/${name}/${file}`);
  return { root: `${folder}/${name}/openapi.yaml`, all };
}

/** Lines with the comment `# finds`, once for each time it says so. */
async function marksIn(file: string): Promise<string[]> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  return lines.flatMap((line, index) => {
    const mark = /# (finds[ finds]*)$/.exec(line)?.[1] ?? '';
    return mark.split(' ').flatMap((word) => (word === '' ? [] : `${file}:${index + 1}`));
  });
}
