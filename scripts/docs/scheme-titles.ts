import type { ApiModel } from '../model/api-model.ts';
import { wordsOfScheme } from '../model/scheme-words.ts';

/**
 * What each security scheme is called on a page, by its id: `Bearer token`, not `bearerAuth`. Where two would be
 * called alike, each has its id beside it.
 */
export function schemeTitles({ securitySchemes }: ApiModel): ReadonlyMap<string, string> {
  const words = [...securitySchemes].map(([id, scheme]): [string, string] => [
    id,
    capital(wordsOfScheme(scheme) ?? id),
  ]);
  const isTwice = (title: string) => words.filter(([, other]) => other === title).length > 1;
  return new Map(words.map(([id, title]) => [id, isTwice(title) ? `${title} (${id})` : title]));
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
