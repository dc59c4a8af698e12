import type { ApiModel } from './api-model.ts';
import { isObject, textOf, type Json } from '../base/json.ts';

/** All names, figures and literal values of a description, and its paths with and without methods and servers. */
export function describedWords({ document, operations }: ApiModel): ReadonlySet<string> {
  const words = new Set<string>();
  const ahead: Json[] = [document];
  for (let next = ahead.pop(); next !== undefined; next = ahead.pop()) {
    if (Array.isArray(next)) ahead.push(...next);
    else if (isObject(next)) {
      for (const [key, value] of Object.entries(next)) {
        words.add(key);
        ahead.push(value);
      }
    } else words.add(textOf(next));
  }
  for (const { method, path, servers } of operations) {
    const starts = ['', ...servers.flatMap(({ url, basePath }) => [url, basePath])];
    for (const start of starts) {
      words.add(`${start}${path}`).add(`${method.toUpperCase()} ${start}${path}`);
    }
  }
  return words;
}
