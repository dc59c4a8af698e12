import { expect, test } from 'vitest';
import { renderLocation } from '../../scripts/base/source-location.ts';
import { checkRules } from '../../scripts/lint/check-rules.ts';
import { IGNORE_RULE } from '../../scripts/lint/ignores.ts';
import { RULES } from '../../scripts/lint/rules.ts';
import { breaksOf } from './breakers/breaker.ts';
import { BREAKERS } from './breakers/breakers.ts';
import { SPECS } from './load-specs.ts';

const cells = [...BREAKERS].flatMap(([rule, breaker]) => {
  return SPECS.map((spec) => {
    const found = breaksOf(breaker, spec.api);
    const { breaks, reason } =
      typeof found === 'string' ? { breaks: [], reason: found } : { breaks: found, reason: '' };
    return { rule, name: spec.api.name, spec, breaks, reason };
  });
});

test.for(cells.filter(({ breaks }) => breaks.length > 0))(
  'a mistake in $name that breaks $rule is reported by that rule alone, where it was made',
  async ({ rule, spec, breaks }) => {
    const { api, changed } = spec;
    for (const { what, at, document, ledger, files, line } of breaks) {
      const model = document ? await changed(document) : api;
      const own = ledger ?? model.ledger;
      // Facts pin what a mistake changes, and would tell it as well.
      const told = own && rule !== 'facts-hold' ? { ...own, facts: [] } : own;
      const broken = { ...model, ledger: told, ...(files && { files }) };
      const places = checkRules(broken, RULES).map((finding) => {
        return `${finding.rule} ${finding.at} ${renderLocation(finding.location)}`;
      });
      const wanted = at.map((pointer) => {
        const place =
          line === undefined ? renderLocation(api.locate(pointer)) : `${api.ledger?.file}:${line}`;
        return `${rule} ${pointer} ${place}`;
      });
      expect({ what, places: [...new Set(places)].toSorted() }).toEqual({
        what,
        places: wanted.toSorted(),
      });
    }
  },
);

test('each house rule can be broken by a test', () => {
  const ids = [...RULES, IGNORE_RULE].map(({ id }) => id);
  expect([...BREAKERS.keys()].toSorted()).toEqual(ids.toSorted());
});

// A small description has not everything that a rule is about, and its breaker then says so.
test.for([...BREAKERS.keys()])('%s is broken in a description', (rule) => {
  const own = cells.filter((cell) => cell.rule === rule);
  const reasons = own.map(({ name, reason }) => `${name}: ${reason}`);
  expect({ isBroken: own.some(({ breaks }) => breaks.length > 0), reasons }).toMatchObject({
    isBroken: true,
  });
});
