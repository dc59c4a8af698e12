import type { Json } from '../../../scripts/base/json.ts';

/** Why the text of a value is no JSON, though a reader takes it for that. */
export type Flaw = 'comment' | 'ellipsis' | 'trailing-comma';

/** A value as a sample writes it: in JSON, JavaScript or Python. */
export interface Literal {
  readonly value: Json;
  /** Index of the first character after it. */
  readonly end: number;
  readonly flaws: readonly Flaw[];
}

/** Reads the value that begins at an index; undefined where none does. */
export function readLiteral(text: string, start: number): Literal | undefined {
  const reader = new Reader(text, start);
  try {
    const value = reader.value();
    return { value, end: reader.at, flaws: [...reader.flaws] };
  } catch (error) {
    if (error instanceof NoLiteral) return undefined;
    throw error;
  }
}

/** Arguments of a call, by position and by name, from the index after its bracket. */
export function readArguments(
  text: string,
  start: number,
): { readonly list: readonly Json[]; readonly named: ReadonlyMap<string, Json> } | undefined {
  const reader = new Reader(text, start);
  try {
    return reader.arguments();
  } catch (error) {
    if (error instanceof NoLiteral) return undefined;
    throw error;
  }
}

class NoLiteral extends Error {}

const WORDS: Readonly<Record<string, Json>> = {
  true: true,
  True: true,
  false: false,
  False: false,
  null: null,
  None: null,
};

class Reader {
  readonly flaws = new Set<Flaw>();
  readonly text: string;
  at: number;

  constructor(text: string, at: number) {
    this.text = text;
    this.at = at;
  }

  /** What a name stands for is not printed, and a call is its first argument: `JSON.stringify(value)`. */
  value(): Json {
    this.skip();
    const next = this.text[this.at] ?? '';
    if (next === '{') return this.object();
    if (next === '[') return this.array();
    if (next === '"' || next === "'") return this.quoted(next);
    const number = this.take(/-?\d+(?:\.\d+)?(?![\w.])/y);
    if (number !== undefined) return Number(number);
    const word = this.take(/[A-Za-z_$][\w$.]*/y);
    if (word === undefined) throw new NoLiteral();
    if (this.text[this.at] !== '(') return WORDS[word] ?? null;
    this.at += 1;
    return this.arguments().list[0] ?? null;
  }

  arguments(): { list: readonly Json[]; named: ReadonlyMap<string, Json> } {
    const list: Json[] = [];
    const named = new Map<string, Json>();
    while (!this.ends(')')) {
      const name = this.take(/[A-Za-z_]\w*(?=\s*=[^=>])/y);
      if (name !== undefined) this.expect('=');
      const value = this.value();
      if (name === undefined) list.push(value);
      else named.set(name, value);
      this.separate(')');
    }
    return { list, named };
  }

  private object(): Json {
    const entries: [string, Json][] = [];
    this.at += 1;
    while (!this.ends('}')) {
      const quote = this.text[this.at] ?? '';
      const key = /["']/.test(quote) ? this.quoted(quote) : this.take(/[\w$]+/y);
      if (key === undefined) throw new NoLiteral();
      this.expect(':');
      entries.push([key, this.value()]);
      this.separate('}');
    }
    return Object.fromEntries(entries);
  }

  private array(): Json {
    const items: Json[] = [];
    this.at += 1;
    while (!this.ends(']')) {
      items.push(this.value());
      this.separate(']');
    }
    return items;
  }

  /** Whether a bracket closes here; three dots before it stand for more. */
  private ends(bracket: string): boolean {
    this.skip();
    if (this.take(/\.{3}/y) !== undefined) {
      this.flaws.add('ellipsis');
      this.skip();
    }
    if (this.text[this.at] !== bracket) return false;
    this.at += 1;
    return true;
  }

  private separate(bracket: string): void {
    this.skip();
    if (this.take(/,/y) === undefined) {
      if (this.text[this.at] !== bracket) throw new NoLiteral();
      return;
    }
    this.skip();
    if (this.text[this.at] === bracket) this.flaws.add('trailing-comma');
  }

  private expect(mark: string): void {
    this.skip();
    if (this.text[this.at] !== mark) throw new NoLiteral();
    this.at += 1;
  }

  private quoted(quote: string): string {
    const end = this.text.indexOf(quote, this.at + 1);
    if (end < 0) throw new NoLiteral();
    const text = this.text.slice(this.at + 1, end);
    this.at = end + 1;
    return text;
  }

  private skip(): void {
    for (;;) {
      this.take(/\s+/y);
      if (this.take(/\/\/[^\n]*/y) === undefined) return;
      this.flaws.add('comment');
    }
  }

  private take(pattern: RegExp): string | undefined {
    const sticky = new RegExp(pattern.source, 'y');
    sticky.lastIndex = this.at;
    const found = sticky.exec(this.text)?.[0];
    if (found !== undefined) this.at += found.length;
    return found;
  }
}
