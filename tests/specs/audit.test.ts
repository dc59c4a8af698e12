import { describe, expect, test } from 'vitest';
import { loadApis } from '../../scripts/cli/descriptions.ts';
import { nodeIo } from '../../scripts/cli/io.ts';
import { auditFacts } from '../../scripts/cli/try-facts.ts';
import { isShown } from '../../scripts/result/fact-result.ts';

const apis = await loadApis(nodeIo, []);
const audits = (await Promise.all(apis.map((api) => auditFacts(nodeIo, api)))).filter(
  (audit) => audit !== undefined,
);

test('some document was audited', () => {
  expect(audits).not.toEqual([]);
});

describe.each(audits)('$list.file', ({ results }) => {
  test.each(results)('$fact.id $fact.fact', ({ fact, missing, misbehaving }) => {
    expect(isShown(fact)).toBe(true);
    // What is known not to hold yet counts in reports/evidence.md, and may not stay marked once it holds.
    const problems = [...missing, ...misbehaving];
    if (fact.notYet === undefined) expect(problems).toEqual([]);
    else expect(problems).not.toEqual([]);
  });
});
