import type { Exchange } from '../../wire/exchange.ts';
import type { Json } from '../../base/json.ts';
import { parseJson } from '../../base/json-text.ts';

/** The JSON of a successful answer; undefined for any other. */
export function successJson({ response }: Exchange): Json | undefined {
  if (!response || response.status < 200 || response.status >= 300) return undefined;
  const parsed = parseJson(response.body);
  return 'reason' in parsed ? undefined : parsed.value;
}

/** Whether an answer is a success (RFC 9110, section 15.3). */
export function isSuccess({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 200 && response.status < 300;
}
