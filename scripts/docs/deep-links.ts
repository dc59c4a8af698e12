import type { ApiModel, Operation } from '../model/api-model.ts';
import { append } from '../base/json-pointer.ts';

/** Where the renderer draws an operation or a webhook on its page: `#/trees/planttree`. */
export function operationHash(api: ApiModel, operation: Operation): string {
  const { id, method, path, tags } = operation;
  const isNamed = id !== `${method} ${path}`;
  const name = isNamed ? id : append('#', 'paths', path, method).slice(2);
  const group = tags[0] ?? (api.webhooks.includes(operation) ? 'webhooks' : 'other');
  return `#/${slugOf(group)}/${name.toLowerCase()}`;
}

/** Where the renderer draws a section of the description's own text, by its heading. */
export function sectionHash(title: string): string {
  return `#/section/${slugOf(title)}`;
}

/** Where the renderer draws the operations of a tag. */
export function tagHash(tag: string): string {
  return `#/${slugOf(tag)}`;
}

/** The page of an API, from the folder that holds all of them. */
export function pageOf(api: ApiModel, hash = ''): string {
  return `${api.name}/index.html${hash}`;
}

/** The renderer's own spelling of a tag's name. */
function slugOf(name: string): string {
  return name
    .normalize('NFD')
    .replaceAll('&', 'and')
    .replaceAll(/[^\w\s$*+~.()'"!:@-]+/g, '')
    .trim()
    .replaceAll(/[\s-]+/g, '-')
    .toLowerCase();
}
