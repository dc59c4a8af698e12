import type { Operation } from '../../model/api-model.ts';
import type { Exchange } from '../../wire/exchange.ts';
import type { Draft } from '../generation/draft.ts';

/** Sends a request of an operation as a well-behaved client does; undefined where that cannot be. */
export type Ask = (operation: Operation, draft: Draft) => Promise<Exchange | undefined>;
