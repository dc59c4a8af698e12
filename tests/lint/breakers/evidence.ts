import type { ApiModel } from '../../../scripts/model/api-model.ts';
import { citationsIn } from '../../../scripts/model/citations.ts';
import { nodesOf } from '../../../scripts/model/description-nodes.ts';
import type { Claim, SourceSection } from '../../../scripts/model/evidence.ts';
import { arrayOf, textOf } from '../../../scripts/base/json.ts';
import { append, type Pointer } from '../../../scripts/base/json-pointer.ts';
import { isBacked, isClosing, namesClaimFor } from '../../../scripts/lint/evidence.ts';
import { errorsOf } from '../../../scripts/lint/operations.ts';
import { nodeAt, resolve, schemasFrom } from '../../../scripts/lint/references.ts';
import {
  NothingToBreak,
  edit,
  findSchema,
  objectAt,
  present,
  presentOr,
  type Break,
  type Breaker,
} from './breaker.ts';

export const evidenceArgued: Breaker = (api) => {
  const byStatus = (status: Claim['status']) => claimsOf(api).find((it) => it.status === status);
  const [first] = claimsOf(api);
  const inferred = byStatus('inferred');
  const contradicted = byStatus('contradicted');
  return presentOr('there is no ledger', [
    first &&
      withClaim(api, 'has an unknown source', { ...first, sources: [...first.sources, '?'] }),
    first &&
      withClaim(api, 'prints what another source says', { ...first, prints: [printOf('?')] }),
    inferred && withClaim(api, 'does not say why', { ...inferred, because: undefined }),
    contradicted && withClaim(api, 'leaves it at that', { ...contradicted, resolved: undefined }),
  ]);
};

function printOf(source: string): Claim['prints'][number] {
  return { source, section: undefined, text: '12', label: undefined, occurrence: undefined };
}
export const evidenceIndependent: Breaker = (api) => {
  const { ledger } = api;
  const [first] = [...(ledger?.sources ?? [])];
  if (!ledger || !first) return 'there is no ledger';
  const [id, source] = first;
  const withSource = (what: string, changed: Partial<typeof source>): Break => {
    const sources = new Map([...ledger.sources, [id, { ...source, ...changed }]]);
    const at = [append('#/sources', id)];
    return { what, at, ledger: { ...ledger, sources }, line: source.line };
  };
  const told = claimsOf(api).find(({ status }) => status === 'documented');
  return present([
    withSource('has a source that nobody can name', { address: 'a page that I saw' }),
    withSource('has a copy of nothing', { copyOf: '?' }),
    told &&
      withClaim(api, 'is said twice by one', {
        ...told,
        status: 'corroborated',
        sources: [id, id],
      }),
  ]);
};

export const answersArgued: Breaker = (api) => {
  const { document, operations } = api;
  const told = claimsOf(api).find(({ status, always }) => status === 'documented' && !always);
  if (!told) return 'nothing is documented';
  const answers = operations.flatMap(({ responses }) => responses);
  const found = answers
    .flatMap(({ content }) => content.flatMap(({ schema }) => schema ?? []))
    .flatMap((schema) => [...schemasFrom(document, schema)])
    .find(({ node }) => 'required' in node && namesClaimFor(node, 'required'));
  if (found) {
    const place = append(found.pointer, 'x-evidence');
    const { required: claims = [], ...others } = objectAt(document, place);
    return [
      edit(api, place, {
        what: 'requires what an example has',
        to: { ...others, title: claims, required: [told.id] },
        at: append(found.pointer, 'required'),
      }),
    ];
  }
  const [answer = nothing()] = answers;
  const content = append(resolve(document, answer.pointer), 'content');
  const schema = { type: 'string', const: 'ok', 'x-evidence': { const: [told.id] } };
  return [
    edit(api, content, {
      what: 'says what the answer always is',
      to: { 'text/plain': { schema, example: 'ok' } },
      at: append(content, 'text/plain', 'schema', 'const'),
    }),
  ];
};

export const sectionsCovered: Breaker = (api) => {
  const source = [...(api.ledger?.sources ?? [])].find(([, { sections }]) => sections.length > 0);
  if (!source) return 'the ledger lists no sections';
  const [id, { sections }] = source;
  const [first = nothing()] = sections.filter(({ omitted }) => omitted === undefined);
  const teapot = { kind: 'errors', text: '418' } as const;
  const withSections = (what: string, changed: readonly SourceSection[], line: number): Break => {
    const { ledger = nothing() } = api;
    const sources = new Map([...ledger.sources, [id, { ...source[1], sections: changed }]]);
    return { what, at: [append('#/sources', id)], ledger: { ...ledger, sources }, line };
  };
  const replaced = (section: Partial<SourceSection>) => {
    return sections.map((it) => (it === first ? { ...first, ...section } : it));
  };
  const unread = { heading: 'Nowhere', prints: [], omitted: undefined, line: 1 };
  return [
    withSections('overlooks a section', [...sections, unread], 1),
    withSections('omits what has claims', replaced({ omitted: 'Dull.' }), first.line),
    withSections('misses a status', replaced({ prints: [...first.prints, teapot] }), first.line),
  ];
};

export const factsHold: Breaker = (api) => {
  const { ledger } = api;
  const [first] = ledger?.claims.values() ?? [];
  if (!ledger || !first) return 'there is no ledger';
  const { pointer, id } = api.operations[0] ?? nothing();
  const fact = { at: append(pointer, 'operationId'), is: `${id}1`, claim: undefined, line: 1 };
  const withFact = (what: string, changed: Partial<typeof fact>): Break => {
    const facts = [...ledger.facts, { ...fact, ...changed }];
    const at = append('#/facts', ledger.facts.length);
    return { what, at: [at], ledger: { ...ledger, facts }, line: 1 };
  };
  return [
    withFact('calls an operation by another name', {}),
    withFact('looks for a value where there is none', { at: append(pointer, 'nothing') }),
  ];
};

export const evidenceComplete: Breaker = (api) => {
  const { document, operations, ledger } = api;
  if (!ledger) return 'there is no ledger';
  const [{ pointer } = nothing()] = operations;
  const evidence = append(pointer, 'x-evidence');
  const claims = arrayOf(nodeAt(document, pointer)['x-evidence']);
  const text = findSchema(api, (node) => node['type'] === 'string' && !isBacked(node));
  const bound = append(text.pointer, 'maxLength');
  const orphan = { ...(claimsOf(api).find(isInference) ?? nothing()), id: 'ORPHAN-1' };
  return present([
    edit(api, evidence, {
      what: 'names an unknown claim',
      to: [...claims, 'NOWHERE-1'],
      at: append(evidence, claims.length),
    }),
    edit(api, bound, { what: 'sets a limit of its own', to: 1_000_000 }),
    withClaim(api, 'is used by nothing', orphan),
    ...partsOf(api).map((part) => withoutClaims(api, part)),
    guessedEnum(api),
  ]);
};

function isInference({ status, sources }: Claim): boolean {
  return status === 'inferred' && sources.length === 0;
}

function claimsOf({ ledger }: ApiModel): Claim[] {
  return [...(ledger?.claims.values() ?? [])];
}

/** The ledger with another claim in the place of the one of its id, or at its end. */
function withClaim({ ledger }: ApiModel, what: string, claim: Claim): Break {
  if (!ledger) return nothing();
  const claims = new Map([...ledger.claims, [claim.id, claim]]);
  const index = [...claims.keys()].indexOf(claim.id);
  const at = append('#/claims', index);
  return {
    what: `claim ${claim.id} ${what}`,
    at: [at],
    ledger: { ...ledger, claims },
    line: claim.line,
  };
}

/** A part of each kind that must rest on claims, all of which something else rests on, too. */
function partsOf(api: ApiModel): Pointer[] {
  const { document, operations, webhooks, securitySchemes } = api;
  const uses = Map.groupBy(citationsIn(document), ({ id }) => id);
  const isSpare = (pointer: Pointer) => {
    return arrayOf(nodeAt(document, pointer)['x-evidence'])
      .map(textOf)
      .every((id) => {
        return (uses.get(id)?.length ?? 0) > 1;
      });
  };
  const policies = [...nodesOf(document)].flatMap(({ node, pointer }) => {
    return POLICIES.filter((name) => name in node).map((name) => append(pointer, name));
  });
  const kinds: readonly (readonly Pointer[])[] = [
    operations.map(({ pointer }) => pointer),
    webhooks.map(({ pointer }) => pointer),
    operations.flatMap(errorsOf).map(({ pointer }) => pointer),
    [...securitySchemes.values()].map(({ pointer }) => pointer),
    Object.keys(api.policies.errors).map((kind) => append('#/x-errors', kind)),
    policies,
  ];
  return kinds.flatMap((pointers) => pointers.find(isSpare) ?? []);
}

const POLICIES = [
  'x-rate-limits',
  'x-limits',
  'x-session',
  'x-async',
  'x-pagination',
  'x-lifecycle',
  'x-veto',
];

function withoutClaims(api: ApiModel, pointer: Pointer): Break {
  return edit(api, append(pointer, 'x-evidence'), {
    what: `names no claim for ${pointer}`,
    at: pointer,
  });
}

/** A closed list that rests on a guess; the claims it had stay, at another keyword. */
function guessedEnum(api: ApiModel): Break | undefined {
  const guess = claimsOf(api).find(({ status }) => status === 'inferred') ?? nothing();
  const closed = [...nodesOf(api.document)].find(({ node, pointer, isSchema }) => {
    const isClosed = isSchema && 'enum' in node && isClosing(api.document, pointer, 'enum');
    return isClosed && namesClaimFor(node, 'enum');
  });
  if (!closed) return undefined;
  const place = append(closed.pointer, 'x-evidence');
  const { enum: claims = [], ...others } = objectAt(api.document, place);
  return edit(api, place, {
    what: 'closes a list on a guess',
    to: { ...others, title: claims, enum: [guess.id] },
    at: append(closed.pointer, 'enum'),
  });
}

function nothing(): never {
  throw new NothingToBreak('the ledger has nothing of this kind');
}
