import type { ApiModel } from '../../model/api-model.ts';
import type { ClientCall } from '../samples/samples-of.ts';

/** What all pages of a site share. */
export interface SiteFrame {
  readonly apis: readonly ApiModel[];
  /** Where it will be published, with a slash at its end: only a whole address can stand in a sitemap. */
  readonly address: string | undefined;
  /** The scripts and styles of every page, by their paths in the site. */
  readonly assets: { readonly theme: string; readonly search: string; readonly styles: string };
  /** How the typed client calls an operation, where clients are made. */
  readonly clientCall?: ClientCall | undefined;
  /** Pages that stand in the bar beside the APIs, as paths with words. */
  readonly places: readonly (readonly [path: string, words: string])[];
}

/** From the folder of a page to that of the site: empty, `../` or `../../`. */
export function rootFrom(path: string): string {
  return '../'.repeat(path.split('/').length - 1);
}

/** The address of a page for those who come from elsewhere; relative where the site has no address yet. */
export function canonicalOf({ address }: SiteFrame, path: string): string {
  const plain = path.replace(/(^|\/)index\.html$/, '$1');
  return address === undefined ? (path.split('/').at(-1) ?? path) : `${address}${plain}`;
}
