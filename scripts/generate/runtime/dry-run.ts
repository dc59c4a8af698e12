import { toInit, toRequest, type AnyInput } from './call.ts';
import type { Extra } from './client.ts';
import type { OperationContract } from './contract.ts';
import { redact } from './credentials.ts';
import { withParts, type AnyOperation } from './operation.ts';
import { prepareCall, type PreparedCall } from './prepare.ts';
import type { Settings } from './settings.ts';

/** A call as it would be sent. */
export interface DryRun {
  /** The request itself, credentials and all. */
  readonly request: Request;
  /** A line for a shell that sends it, with `[redacted]` in the place of credentials. */
  readonly curl: string;
}

/** `dryRun` of every operation: what a call would send. Nothing is sent but what a session takes. */
export const dryRuns: Extra = (settings, id, operation) => ({
  dryRun: (input?: AnyInput) => tell(settings, id, operation, input),
});

/** What the call of a single operation would send. Nothing is sent but what a session takes. */
export function dryRun<Operation extends (connection: Settings, ...input: never[]) => unknown>(
  operation: Operation,
  ...[connection, input]: Parameters<Operation>
): Promise<DryRun> {
  // All operations are made so.
  const [id, contract, parts] = (operation as unknown as AnyOperation).made;
  return tell(withParts(connection, parts), id, contract, input);
}

async function tell(
  settings: Settings,
  id: string,
  operation: OperationContract,
  input: AnyInput = {},
): Promise<DryRun> {
  const prepared = await prepareCall(settings, id, operation, toInit(input));
  const request = toRequest(operation, prepared);
  return { request, curl: await curlOf(request, prepared) };
}

async function curlOf(request: Request, { body, secrets }: PreparedCall): Promise<string> {
  // Blotted out before they are quoted: a quotation mark in a secret is written otherwise then.
  const word = (text: string) => quote(redact(text, secrets));
  const words = ['curl', '--request', request.method, word(request.url)];
  for (const [name, value] of request.headers) words.push('--header', word(`${name}: ${value}`));
  // What is no text has no place on a command line.
  if (typeof body === 'string' || body instanceof URLSearchParams) {
    words.push('--data-binary', word(await request.clone().text()));
  } else if (body !== undefined) words.push('--data-binary', '@body');
  return words.join(' ');
}

/** One word of a POSIX shell, whatever it holds. */
function quote(text: string): string {
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
