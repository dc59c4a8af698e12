import type { Outcome } from '../options.ts';
import { fieldOf } from '../../refusal/refusal.ts';
import { stageOf } from '../stage-of.ts';
import { DEFAULT_NAMESPACE, isNamespace, NAMESPACE_HEADER } from '../../wire/namespace.ts';
import { explainOutcome, type OutcomeExplanation } from './explain.ts';
import type { Entry } from './journal.ts';
import { toCurl } from './resend.ts';
import { HIDDEN, type JournalRedactor } from './redact.ts';

/** One request in a list: what happened to it, without a secret. */
export interface EntryView {
  readonly id: number;
  /** When it came, by the clock of the mock. */
  readonly at: string;
  readonly method: string;
  readonly path: string;
  readonly namespace: string;
  readonly api: string | null;
  readonly operation: string | null;
  readonly credential: string | null;
  readonly status: number;
  readonly verdict: 'served' | 'refused';
  /** Where it was refused, and for what kind of reason. */
  readonly stage: string | null;
  readonly kind: string | null;
  readonly message: string | null;
  readonly milliseconds: number;
}

export interface EntryDetail extends EntryView {
  readonly request: MessageView & { readonly query: string };
  readonly response: MessageView;
  readonly explanation: OutcomeExplanation;
  /** The request for a shell, with a variable where a secret stood. */
  readonly curl: string;
}

interface MessageView {
  readonly headers: Readonly<Record<string, string>>;
  /** Null unless the mock keeps bodies. */
  readonly body: string | null;
}

export function viewEntry(entry: Entry, redactor: JournalRedactor): EntryView {
  const namespace = String(entry.headers[NAMESPACE_HEADER] ?? DEFAULT_NAMESPACE);
  const { id, at, method, path = '', status, milliseconds, ending, refusal } = entry;
  return {
    id,
    at: new Date(at).toISOString(),
    method,
    path: redactor.text(path),
    namespace: isNamespace(namespace) ? namespace : DEFAULT_NAMESPACE,
    api: ending?.api.name ?? null,
    operation: ending?.operation?.id ?? null,
    credential: ending?.principal?.id ?? null,
    status,
    verdict: refusal ? 'refused' : 'served',
    stage: refusal ? stageOf(refusal, ending?.operation !== undefined) : null,
    kind: refusal?.refused ?? null,
    message: refusal ? redactor.text(refusal.message) : null,
    milliseconds: Math.round(milliseconds * 1000) / 1000,
  };
}

export function viewDetail(entry: Entry, redactor: JournalRedactor, origin: string): EntryDetail {
  const { status, query, headers, body, answerHeaders, answerBody } = entry;
  const outcome = { ...entry, answer: { status, headers: answerHeaders, body: undefined } };
  const echoed = echoOf(entry, redactor);
  const show = (bytes: Buffer | undefined, type: string | undefined) => {
    if (bytes === undefined) return null;
    const shown = redactor.body(bytes, type ?? '');
    return echoed === undefined ? shown : shown.replaceAll(echoed, HIDDEN);
  };
  const request = {
    query: redactor.query(query),
    headers: redactor.headers(headers),
    body: show(body, headers['content-type']),
  };
  const view = viewEntry(entry, redactor);
  return {
    ...view,
    request,
    response: {
      headers: redactor.headers(answerHeaders),
      body: show(answerBody, answerHeaders['content-type']),
    },
    explanation: viewExplanation(outcome, redactor),
    curl: toCurl({ ...view, request }, origin),
  };
}

/** A secret that the envelope repeats, since it stood in the offending field. */
function echoOf({ refusal }: Entry, redactor: JournalRedactor): string | undefined {
  const { path, value } = refusal ?? {};
  const isSecret =
    typeof value === 'string' && redactor.value(fieldOf(path) ?? '', value) !== value;
  return isSecret && value !== '' ? JSON.stringify(value).slice(1, -1) : undefined;
}

export function viewExplanation(outcome: Outcome, redactor: JournalRedactor): OutcomeExplanation {
  const { message, field, value, reason, steps, ...rest } = explainOutcome(outcome);
  const text = (it: string | undefined) => (it === undefined ? undefined : redactor.text(it));
  return {
    ...rest,
    steps: steps.map((step) => ({ ...step, says: text(step.says) })),
    message: text(message),
    field,
    value: value === undefined ? undefined : redactor.value(field ?? '', value),
    reason: text(reason),
  };
}
