import { arrayOf, objectOf, stringOf, textOf, type Json, type JsonObject } from '../base/json.ts';
import type { Exchange, HeaderFields } from '../wire/exchange.ts';

/** What an NDJSON report of `schemathesis run` says. */
export interface Report {
  readonly version: string;
  readonly ended: string;
  readonly milliseconds: number;
  readonly exchanges: number;
  /** Operations that it sent anything to, as `POST /pets`. */
  readonly tested: ReadonlySet<string>;
  readonly checks: ReadonlyMap<string, { readonly held: number; readonly failed: number }>;
  readonly failures: readonly SchemathesisFailure[];
}

/** One check that failed on one exchange, or an error of the tester's own. */
export interface SchemathesisFailure {
  readonly check: string;
  readonly code: string;
  readonly title: string;
  readonly operation: string;
  readonly message: string;
  readonly exchange: Exchange | undefined;
}

/** The check under which the tester's own errors are listed: what it could not test. */
const NOT_TESTED = 'not_tested';

interface Tally {
  version: string;
  ended: string;
  milliseconds: number;
  exchanges: number;
  readonly tested: Set<string>;
  readonly checks: Map<string, { held: number; failed: number }>;
  readonly failures: SchemathesisFailure[];
}

/** Reads a report; undefined where it is not whole, as after a crash. */
export function readReport(lines: Iterable<string>): Report | undefined {
  const tally: Tally = {
    version: '',
    ended: '',
    milliseconds: 0,
    exchanges: 0,
    tested: new Set(),
    checks: new Map(),
    failures: [],
  };
  for (const line of lines) {
    const event = line === '' ? {} : parse(line);
    if (!event) return undefined;
    const [[kind, payload] = ['', null]] = Object.entries(event);
    READERS[kind]?.(tally, objectOf(payload));
  }
  return tally.ended === '' ? undefined : tally;
}

/** A line that a crash cut off is no JSON. */
function parse(line: string): JsonObject | undefined {
  try {
    return objectOf(JSON.parse(line));
  } catch {
    return undefined;
  }
}

const READERS: Readonly<Record<string, (tally: Tally, event: JsonObject) => void>> = {
  Initialize(tally, event) {
    tally.version = textOf(event['schemathesis_version']);
  },
  ScenarioFinished(tally, event) {
    readScenario(tally, objectOf(event['recorder']));
  },
  NonFatalError(tally, event) {
    tally.failures.push(toError(event, event['value']));
  },
  FatalError(tally, event) {
    tally.failures.push(toError(event, event['exception']));
    tally.ended = 'failed';
  },
  EngineFinished(tally, event) {
    tally.ended = textOf(event['stop_reason']);
    tally.milliseconds = Number(event['running_time']) * 1000;
  },
};

function readScenario(tally: Tally, recorder: JsonObject): void {
  const cases = objectOf(recorder['cases']);
  const interactions = objectOf(recorder['interactions']);
  for (const [id, interaction] of Object.entries(interactions)) {
    tally.exchanges += 1;
    const sent = objectOf(objectOf(cases[id])['value']);
    tally.tested.add(`${textOf(sent['method'])} ${textOf(sent['path'])}`);
    for (const check of arrayOf(objectOf(recorder['checks'])[id]).map(objectOf)) {
      readCheck(tally, check, sent, interaction);
    }
  }
}

function readCheck(tally: Tally, check: JsonObject, sent: JsonObject, interaction: Json): void {
  const name = textOf(check['name']);
  const figures = tally.checks.get(name) ?? { held: 0, failed: 0 };
  tally.checks.set(name, figures);
  if (check['status'] !== 'failure') {
    figures.held += 1;
    return;
  }
  figures.failed += 1;
  const failure = objectOf(objectOf(check['failure_info'])['failure']);
  tally.failures.push({
    check: name,
    code: textOf(failure['code']),
    title: textOf(failure['title']),
    operation:
      stringOf(failure['operation']) ?? `${textOf(sent['method'])} ${textOf(sent['path'])}`,
    message: textOf(failure['message']),
    exchange: toExchange(objectOf(interaction)),
  });
}

function toError(event: JsonObject, error: Json | undefined): SchemathesisFailure {
  const { type, message } = objectOf(error);
  return {
    check: NOT_TESTED,
    code: textOf(type),
    title: 'Schemathesis failed',
    operation: stringOf(event['label']) ?? '',
    message: textOf(message),
    exchange: undefined,
  };
}

function toExchange({ request, response }: JsonObject): Exchange {
  const { method, uri, headers, body } = objectOf(request);
  const sent = {
    method: textOf(method),
    url: textOf(uri),
    headers: toFields(headers),
    body: toText(body),
  };
  const { status_code: status, headers: fields, content } = objectOf(response);
  if (typeof status !== 'number') return { request: sent, failure: 'no answer' };
  const answer = { status, headers: toFields(fields), body: toText(content) ?? '' };
  return { request: sent, response: answer };
}

function toFields(headers: Json | undefined): HeaderFields {
  return Object.entries(objectOf(headers)).flatMap(([name, values]) =>
    (Array.isArray(values) ? arrayOf(values) : [values]).map((it) => [name, textOf(it)] as const),
  );
}

/** Bodies are texts, or objects that hold their bytes as Base64. */
function toText(body: Json | undefined): string | undefined {
  const bytes = stringOf(objectOf(body)['$base64']);
  return bytes === undefined ? stringOf(body) : Buffer.from(bytes, 'base64').toString('utf8');
}
