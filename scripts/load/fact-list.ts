import { arrayOf, objectOf, stringOf, textOf, type JsonObject } from '../base/json.ts';
import { UserError } from '../base/user-error.ts';
import {
  STATED_KINDS,
  type FactList,
  type FactStep,
  type StatedFact,
  type ValueCheck,
} from '../model/stated-fact.ts';
import { checkShape } from './check-shape.ts';
import type { YamlSource } from './yaml-source.ts';

/** Reads `audit.yaml`. Throws a UserError at the line of a misshapen or repeated fact. */
export function toFactList({ file, value, locate }: YamlSource): FactList {
  checkShape({ name: 'audit.yaml', value, shape: FACT_LIST_SHAPE, locate });
  const { setups, facts: entries } = objectOf(value);
  const ids = new Set<string>();
  const facts = arrayOf(entries).map((entry, index): StatedFact => {
    const { id, section, kind, fact, described, claim, after, tried, notYet } = objectOf(entry);
    const at = locate(['facts', `${index}`]);
    const setup = objectOf(setups)[textOf(after)];
    if (after !== undefined && setup === undefined) {
      throw new UserError('unknown-setup', `There is no setup "${textOf(after)}"`, {
        at,
        hint: `The setups are: ${Object.keys(objectOf(setups)).join(', ') || 'none'}.`,
      });
    }
    if (ids.has(textOf(id))) {
      throw new UserError('fact-repeated', `Fact ${textOf(id)} stands in the list twice`, {
        at,
        hint: 'Give each fact an id of its own.',
      });
    }
    ids.add(textOf(id));
    return {
      id: textOf(id),
      section: textOf(section),
      fact: textOf(fact),
      claim: stringOf(claim),
      notYet: stringOf(notYet),
      line: at.line,
      // The shape admits nothing else.
      kind: kind as StatedFact['kind'],
      described: arrayOf(described) as unknown as readonly ValueCheck[],
      tried: [...arrayOf(setup), ...arrayOf(tried)] as unknown as readonly FactStep[],
    };
  });
  return { file, facts };
}

const text = { type: 'string', minLength: 1 } as const;
const pointer = { type: 'string', pattern: '^#(/|$)' } as const;

const check = {
  type: 'object',
  required: ['at'],
  additionalProperties: false,
  properties: {
    at: pointer,
    is: true,
    isNot: true,
    has: true,
    lacks: true,
    matches: { type: 'string', format: 'regex' },
    type: { enum: ['null', 'boolean', 'number', 'integer', 'string', 'array', 'object'] },
    count: { type: 'integer', minimum: 0 },
    isAbsent: { const: true },
  },
} as const;

const checks = { type: 'array', minItems: 1, items: check } as const;

const step = {
  type: 'object',
  minProperties: 1,
  additionalProperties: false,
  dependentRequired: {
    ...Object.fromEntries(
      ['as', 'headers', 'body', 'text', 'times', 'keep', 'keepHeaders', 'gives'].map((it) => [
        it,
        ['send'],
      ]),
    ),
    outcome: ['decide'],
    decide: ['outcome'],
  },
  properties: {
    wait: { type: 'number', exclusiveMinimum: 0 },
    hooks: { type: 'integer', minimum: 100, maximum: 599 },
    decide: text,
    outcome: { enum: ['succeeded', 'failed'] },
    send: { type: 'string', pattern: '^[A-Z]+ (/|https?://)' },
    as: text,
    headers: { type: 'object', additionalProperties: { type: 'string' } },
    body: true,
    text: { type: 'string' },
    times: { type: 'integer', minimum: 1 },
    keep: { type: 'object', additionalProperties: pointer },
    keepHeaders: { type: 'object', additionalProperties: pointer },
    gives: {
      type: 'object',
      minProperties: 1,
      additionalProperties: false,
      properties: {
        status: { type: 'integer', minimum: 100, maximum: 599 },
        headers: checks,
        body: checks,
        hook: checks,
      },
    },
  },
} as const;

const steps = { type: 'array', minItems: 1, items: step } as const;

/** JSON Schema of `audit.yaml`. */
const FACT_LIST_SHAPE: JsonObject = {
  type: 'object',
  required: ['facts'],
  additionalProperties: false,
  properties: {
    // Steps that several facts begin with, by name.
    setups: { type: 'object', additionalProperties: steps },
    facts: {
      type: 'array',
      items: {
        type: 'object',
        required: ['id', 'section', 'kind', 'fact'],
        additionalProperties: false,
        properties: {
          id: text,
          section: text,
          kind: { enum: [...STATED_KINDS] },
          fact: text,
          described: checks,
          claim: text,
          after: text,
          tried: steps,
          notYet: text,
        },
        dependentRequired: { after: ['tried'] },
      },
    },
  },
};
