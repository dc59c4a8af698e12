// Made by "kiln generate": change the description, not this.
import type { Extra } from './client.js';
/** `pages` and `items` of the operations whose lists are read page by page (`x-pagination`). */
export declare const paging: Extra;
