import { formsOf, SHORTEST } from './secret-forms.ts';

/** Letters by which the secrets are looked up. */
const HEAD = 4;

/** What of a secret is telling: more than this share of it, and so many letters. */
const TELLING = 0.75;
const FEWEST = 8;

export interface Found {
  readonly at: number;
  readonly secret: string;
  /** Letters of the secret that are there: one may have been cut or altered at its end. */
  readonly length: number;
}

/** Secrets in all the forms in which they can stand somewhere, each with the variable that is read in its place. */
export interface KnownSecrets {
  readonly variableOf: (form: string) => string | undefined;
  readonly forms: () => Iterable<string>;
  /** Takes note of one that is not known yet. */
  readonly add: (secret: string, name: string) => void;
  /** What of them stands at a place of a text: of several the longest. */
  readonly at: (text: string, at: number) => Found | undefined;
}

/** A book of secrets; what `base` knows is known, and not written down again. */
export function createKnownSecrets(base?: KnownSecrets): KnownSecrets {
  const variables = new Map<string, string>();
  const byHead = new Map<string, string[]>();
  const lengths = new Set<number>();
  const firsts = new Set<number>();
  const note = (form: string): void => {
    const head = form.slice(0, HEAD);
    const others = byHead.get(head);
    if (others) others.push(form);
    else byHead.set(head, [form]);
    lengths.add(head.length);
    firsts.add(head.charCodeAt(0));
  };
  const ownAt = (text: string, at: number): readonly Found[] =>
    firsts.has(text.charCodeAt(at))
      ? [...lengths]
          .flatMap((length) => byHead.get(text.slice(at, at + length)) ?? [])
          .map((secret) => ({ at, secret, length: sharedLetters(text, at, secret) }))
          .filter(({ secret, length }) => isTelling(secret, length))
          .filter(({ secret }) => secret.length >= SHORTEST || isAlone(text, at, secret))
      : [];
  return {
    variableOf: (form) => base?.variableOf(form) ?? variables.get(form),
    *forms() {
      if (base) yield* base.forms();
      yield* variables.keys();
    },
    add(secret, name) {
      for (const [text, variable] of variantsOf(secret, name)) {
        for (const form of formsOf(text)) {
          if (variables.has(form) || base?.variableOf(form) !== undefined) continue;
          variables.set(form, variable);
          note(form);
        }
      }
    },
    at(text, at) {
      const known = base?.at(text, at);
      const own = ownAt(text, at);
      if (own.length === 0) return known;
      return [...(known ? [known] : []), ...own].toSorted(
        (left, right) => right.length - left.length || wholeness(right) - wholeness(left),
      )[0];
    },
  };
}

/** Finds secrets and their beginnings in a text, from left to right. */
export function* secretsIn(known: KnownSecrets, text: string): Generator<Found> {
  for (let at = 0; at < text.length; at += 1) {
    const found = known.at(text, at);
    if (!found) continue;
    yield found;
    at += found.length - 1;
  }
}

function sharedLetters(text: string, at: number, secret: string): number {
  let length = 0;
  while (length < secret.length && text[at + length] === secret[length]) length += 1;
  return length;
}

/** What is short would be found in the middle of words, and of names such as `x-kiln`, `text.x` and `image/x+xml`. */
function isAlone(text: string, at: number, { length }: string): boolean {
  const before = text.slice(Math.max(0, at - 2), at);
  const after = text.slice(at + length, at + length + 2);
  return (
    !/(?:[\p{L}\p{N}][-_.+]?|[-_+])$/u.test(before) &&
    !/^(?:[-_.+]?[\p{L}\p{N}]|[-_+])/u.test(after)
  );
}

function isTelling(secret: string, length: number): boolean {
  return length === secret.length || (length >= FEWEST && length >= secret.length * TELLING);
}

function wholeness({ secret, length }: Found): number {
  return length / secret.length;
}

/** A secret, and what properties make of it: in capitals it is no less telling. */
function variantsOf(secret: string, name: string): (readonly [text: string, variable: string])[] {
  const change = (letters: string) => `$(printf %s "$${name}" | tr ${letters})`;
  return [
    [secret, `$${name}`],
    [secret.toUpperCase(), change("'[:lower:]' '[:upper:]'")],
    [secret.toLowerCase(), change("'[:upper:]' '[:lower:]'")],
  ];
}
