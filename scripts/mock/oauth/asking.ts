import type { Store } from '../state/store.ts';
import type { Client } from './client.ts';
import type { Form } from './form.ts';
import type { Realm } from './realm.ts';

/** Where the endpoints of a realm stand: its issuer, and what they remember in. */
export interface RealmPlace {
  readonly issuer: string;
  readonly store: Store;
}

/** A request to the token endpoint. */
export interface Asking {
  readonly realm: Realm;
  readonly form: Form;
  readonly client: Client;
  readonly store: Store;
}
