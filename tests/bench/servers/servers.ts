import type { ListedServer } from './listed-server.ts';
import { PRODUCTS } from './products.ts';
import { STATELESS_PRODUCTS } from './stateless-products.ts';
import { TUTORIALS } from './tutorials.ts';

/** All that the bench tries. */
export const SERVERS: readonly ListedServer[] = [...PRODUCTS, ...STATELESS_PRODUCTS, ...TUTORIALS];
