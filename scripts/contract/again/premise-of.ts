import { jsonOrNone } from '../../base/json-text.ts';
import type { Pointer } from '../../base/json-pointer.ts';
import type { KeptDraft, PremiseRequest, Premise } from '../../result/premise.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { SchemaVerdict } from '../proof/disagreement.ts';
import type { Draft } from '../generation/draft.ts';
import type { Deed } from '../things/deeds.ts';
import type { Pool } from '../things/pool.ts';
import { curlOf, needsBodyFile } from '../wire/curl.ts';
import type { Redactor } from '../wire/redact.ts';

interface Found {
  readonly isOfAnswer?: true | undefined;
  readonly rests?: readonly SchemaVerdict[];
}

interface Context {
  readonly redactor: Redactor;
  readonly pool?: Pick<Pool, 'behind' | 'thingOn'> | undefined;
}

/** Characters of a request that is kept. */
const LONGEST = 10_000;

/** What seeing an exchange again takes, as far as the run knows what it made; undefined where it takes nothing. */
export function premiseOf(
  { redactor, pool }: Context,
  { isOfAnswer, rests = [] }: Found,
  exchange: Exchange,
): Premise | undefined {
  const breach = rests.find(({ part }) => part === 'body')?.breach;
  const answer: Pointer | undefined = isOfAnswer && `#${breach?.instance ?? ''}`;
  const thing = pool?.thingOn(exchange.request);
  const makings = (pool?.behind(exchange, answer) ?? []).map((it) => toMaking(redactor, it));
  if (answer === undefined && thing === undefined && makings.length === 0) return undefined;
  return {
    ...(answer !== undefined && { answer }),
    ...(thing !== undefined && { thing: redactor.text(thing) }),
    makings,
  };
}

function toMaking(
  redactor: Redactor,
  { operation, draft, request, made, isFailed }: Deed,
): PremiseRequest {
  return {
    operation: operation.id,
    request: `${operation.method.toUpperCase()} ${operation.path}`,
    draft: keptDraft(redactor, draft),
    made: made.map(({ kind, values }) => ({
      path: kind.one,
      values: values.map((it) => (typeof it === 'string' ? redactor.text(it) : it)),
    })),
    ...(isFailed && { isFailed }),
    curl: needsBodyFile(request) ? undefined : curlOf(request, undefined, redactor.pieces),
  };
}

/** A draft as a report keeps it, secrets redacted; undefined where it is too long, or no JSON. */
function keptDraft(redactor: Redactor, { parameters, body }: Draft): KeptDraft | undefined {
  if (body?.file !== undefined) return undefined;
  const kept: KeptDraft = {
    parameters: parameters.map(({ parameter, value }) => ({
      in: parameter.in,
      name: parameter.name,
      value,
    })),
    ...(body && { body: { mediaType: body.mediaType, value: body.value } }),
  };
  const text = JSON.stringify(kept);
  const clean = text.length > LONGEST ? undefined : jsonOrNone(redactor.text(text));
  // It is what was written just now, but for secrets.
  return clean as unknown as KeptDraft | undefined;
}
