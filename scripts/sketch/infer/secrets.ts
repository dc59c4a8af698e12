import { isObject, type Json } from '../../base/json.ts';

/** What stands where a secret stood. */
const PLACEHOLDER = 'placeholder';

const SECRET_NAME =
  /(^|[^a-z])(pass(word|wd|phrase|code)?|pwd|secret|token|bearer|jwt|otp|pin|cvv|cvc|iban|ssn|signature|sig|authorization|credentials?|cookie|session|sid|csrf|xsrf|auth|(api|access|private|secret|client|account)?key|nonce)([^a-z]|$)/;

/** Names of which the last word only counts things or places them: `nextPageToken`, `tokenType`, `keyCount`. */
const HARMLESS_NAME =
  /(^|[^a-z])(page|next|prev|previous|continuation|sync|cursor|primary|sort|foreign|partition|idempotency)[^a-z]?(token|key)([^a-z]|$)|(type|count|length|limit|expires?|expires[^a-z]?in|expiry|at|name|id|url|uri|kind|scheme|required|enabled|used)$/;

/** Whether what is called so is nobody else's business. */
export function isSecretName(name: string): boolean {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, '$1-$2').toLowerCase();
  const joined = words.replaceAll(/(api|access|private|secret|client|account)[-_ ](key)/g, '$1$2');
  return SECRET_NAME.test(joined) && !HARMLESS_NAME.test(words);
}

/** Texts that give themselves away, whatever they are called. */
const SECRET_TEXT = [
  /eyJ[\w-]{8,}\.[\w-]{8,}(\.[\w-]*)?/,
  /-----BEGIN [A-Z ]*PRIVATE KEY-----/,
  /\b(Bearer|Basic|Token)\s+[\w+/=.~-]{8,}/i,
  /\b(sk|pk|rk|ak|key|token|secret|ghp|gho|ghs|ghu|glpat|xox[abprs]|shpat|whsec|pat)[-_](live|test|prod)?[-_]?[A-Za-z0-9_-]{12,}/i,
  /\bAKIA[0-9A-Z]{12,}\b/,
  /\bAIza[\w-]{20,}/,
];

/** Long and of many letters, as what is drawn at random is; a UUID or a hash of one case names a thing as a rule. */
function isRandom(text: string): boolean {
  if (!/^[\w+/=.~-]{28,}$/.test(text) || /^[0-9a-f-]+$/i.test(text)) return false;
  return /[a-z]/.test(text) && /[A-Z]/.test(text) && /\d/.test(text);
}

export function isSecretText(text: string): boolean {
  return SECRET_TEXT.some((it) => it.test(text)) || isRandom(text);
}

/**
 * A value without what nobody may copy: what is called as a secret is, what looks like one, what `known` lists
 * (the credentials of the requests themselves), and addresses of mail.
 */
export function hideSecrets(value: Json, known: ReadonlySet<string>, name = ''): Json {
  if (Array.isArray(value)) {
    return (value as readonly Json[]).map((item) => hideSecrets(item, known, name));
  }
  if (isObject(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, hideSecrets(item, known, key)]),
    );
  }
  if (typeof value === 'number') return isSecretName(name) ? 0 : value;
  if (typeof value !== 'string') return value;
  if (isSecretName(name) || isSecretText(value)) return PLACEHOLDER;
  const hidden = [...known].reduce((text, secret) => text.replaceAll(secret, PLACEHOLDER), value);
  return hidden.replaceAll(/(?<![^\s<(:,;"'])[\w.+-]+@[\w-]+(\.[\w-]+)+/g, 'person@example.com');
}
