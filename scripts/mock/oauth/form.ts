import { essenceOf } from '../../base/media-type.ts';
import { whenThere, type Eventual } from '../../base/eventual.ts';
import type { Arrival } from '../http/arrival.ts';
import { failWith, type OAuthError } from './oauth-answer.ts';

/** Parameters of a request; those without a value count as left out (RFC 6749, section 3.2). */
export type Form = ReadonlyMap<string, string>;

/** Most bytes of a form that is read. */
const LARGEST = 64 * 1024;
const FORM = 'application/x-www-form-urlencoded';

/** The form that a request carries as its content. */
export function receiveForm({ headers, readBytes }: Arrival): Eventual<Form | OAuthError> {
  if (essenceOf(headers['content-type'] ?? '') !== FORM) {
    return failWith('invalid_request', `The content must be ${FORM}.`);
  }
  return whenThere(readBytes(LARGEST), (bytes) =>
    typeof bytes === 'string'
      ? failWith('invalid_request', 'The form is cut off or too large.')
      : parseForm(bytes.toString('utf8')),
  );
}

/** Parameters, none of which may come twice (RFC 6749, sections 3.1 and 3.2). */
export function parseForm(text: string): Form | OAuthError {
  const form = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(text)) {
    if (form.has(name)) return failWith('invalid_request', 'A parameter came twice.');
    if (value !== '') form.set(name, value);
  }
  return form;
}
