import { whenThere, type Eventual } from '../../base/eventual.ts';
import type { Answer } from '../../wire/answer.ts';
import type { Arrival } from '../http/arrival.ts';
import { readClient, type Client } from './client.ts';
import { receiveForm, type Form } from './form.ts';
import { answerError, answerMethod, isOAuthError } from './oauth-answer.ts';
import type { Realm } from './realm.ts';

/** What an endpoint answers to a form that a client has posted, and says who it is (RFC 6749, sections 2.3 and 3.2). */
export function takeClientForm(
  realm: Realm,
  arrival: Arrival,
  answer: (form: Form, client: Client) => Eventual<Answer>,
): Eventual<Answer> {
  if (arrival.method !== 'POST') return answerMethod('POST');
  return whenThere(receiveForm(arrival), (form) => {
    if (isOAuthError(form)) return answerError(form);
    const client = readClient(arrival, form, realm.mode);
    return isOAuthError(client) ? answerError(client) : answer(form, client);
  });
}
