import { isObject, type Json } from '../base/json.ts';
import type { OutputFile } from '../base/output-file.ts';

/** A value that a module exports. */
interface Constant {
  readonly name: string;
  readonly value: unknown;
  readonly comment?: string;
}

/**
 * A module of constants, and its declarations: what TypeScript makes of `export const … = … as const`, which
 * takes a compiler seconds where thousands of operations are told.
 */
export function renderConstants(
  stem: string,
  constants: readonly Constant[],
  header: string,
): OutputFile[] {
  const rendered = constants.map(({ name, value, comment }) => {
    const said = comment === undefined ? '' : `/** ${comment} */\n`;
    // What JSON leaves out is left out.
    const json = JSON.parse(JSON.stringify(value)) as Json;
    return {
      code: `${said}export const ${name} = ${literalOf(json)};\n`,
      types: `${said}export declare const ${name}: ${typeOf(json, '')};\n`,
    };
  });
  return [
    { path: `${stem}.js`, text: `${header}${rendered.map(({ code }) => code).join('')}` },
    { path: `${stem}.d.ts`, text: `${header}${rendered.map(({ types }) => types).join('')}` },
  ];
}

/** A value as JavaScript writes it. */
export function literalOf(value: Json): string {
  const text = JSON.stringify(value, null, 4);
  // In an object literal this name alone is not that of a member.
  return text.replaceAll(/^( *)"__proto__":/gm, '$1["__proto__"]:');
}

function typeOf(value: Json, indent: string): string {
  if (Array.isArray(value)) {
    return `readonly [${value.map((item: Json) => typeOf(item, indent)).join(', ')}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const inner = `${indent}    `;
  const members = Object.entries(value).map(
    ([key, it]) => `${inner}readonly ${keyOf(key)}: ${typeOf(it, inner)};\n`,
  );
  return members.length === 0 ? '{}' : `{\n${members.join('')}${indent}}`;
}

function keyOf(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key);
}
