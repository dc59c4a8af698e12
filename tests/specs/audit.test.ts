import { describe, expect, test } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { auditFacts } from '../../scripts/cli/audit/audit-facts.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { isShown } from '../../scripts/result/fact-result.ts';

const apis = await loadApis(nodeIo, []);
const audits = (await Promise.all(apis.map((api) => auditFacts(nodeIo, api)))).filter(
  (audit) => audit !== undefined,
);

test('some document was read a second time', () => {
  expect(audits).not.toEqual([]);
});

describe.each(audits)('$list.file', ({ results }) => {
  // What is known not to hold yet is counted in reports/evidence.md.
  const claimed = results.filter(({ fact }) => fact.notYet === undefined);

  test.each(claimed)('$fact.id $fact.fact', ({ fact, missing, misbehaving }) => {
    expect(isShown(fact)).toBe(true);
    expect([...missing, ...misbehaving]).toEqual([]);
  });

  test('what is marked as "notYet" does not hold; else take the mark away', () => {
    const marked = results.filter(({ fact }) => fact.notYet !== undefined);
    const outdated = marked.filter((it) => it.missing.length + it.misbehaving.length === 0);
    expect(outdated.map(({ fact }) => fact.id)).toEqual([]);
  });
});
