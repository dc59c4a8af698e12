import type { ApiModel } from './api-model.ts';
import { isObject, type Json } from '../base/json.ts';

/** All names, figures and literal values of a description, and its paths with and without their servers. */
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
    } else words.add(String(next));
  }
  for (const { path, servers } of operations) {
    for (const { url, basePath } of servers) words.add(`${url}${path}`).add(`${basePath}${path}`);
  }
  return words;
}
