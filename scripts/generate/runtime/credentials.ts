import type { SchemeContract } from './contract.ts';

/** A secret, or where to get it: a function is called for each request that needs it. */
export type Secret = Supplied<string>;
export type BasicCredential = Supplied<UserAndPassword>;

export interface UserAndPassword {
  readonly username: string;
  readonly password: string;
}

type Supplied<Value> = Value | undefined | (() => Value | undefined | Promise<Value | undefined>);

/** Credentials by the name of their security scheme. */
export type Credentials = Readonly<Record<string, Secret | BasicCredential>>;

/** What credentials add to a request, and the texts that nothing printed may contain. */
export interface Signature {
  readonly headers: Record<string, string>;
  readonly query: string[];
  readonly cookies: string[];
  readonly secrets: string[];
}

/** Adds a credential of a kind to a signature; a client carries the signers of those that its API has. */
export type Signer = (
  signature: Signature,
  name: string,
  scheme: SchemeContract,
  value: string | UserAndPassword,
) => void;

/** Signers by where a credential goes; `basic` for a user and a password. */
export type Signers = Partial<Record<'header' | 'query' | 'cookie' | 'basic', Signer>>;

/** The text with every secret replaced. */
export function redact(text: string, secrets: readonly string[]): string {
  const longestFirst = secrets.toSorted((left, right) => right.length - left.length);
  return longestFirst.reduce((clean, secret) => clean.replaceAll(secret, '[redacted]'), text);
}
