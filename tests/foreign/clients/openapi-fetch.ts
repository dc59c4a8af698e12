import { createQuerySerializer, defaultPathSerializer } from 'openapi-fetch';
import { fetch } from 'undici';
import { howOf } from '../cell.ts';
import type { ForeignClient, Order } from '../client.ts';
import { isList, isObjectKind, isScalar } from '../judge.ts';

/** The serializers of openapi-fetch, set to the style of each cell. */
export const OPENAPI_FETCH: ForeignClient = {
  name: 'openapi-fetch',
  packages: ['openapi-fetch'],
  program: send,
  writes(cell) {
    if ('label' in cell || cell.content !== undefined || cell.name !== undefined) return false;
    if (cell.place === 'path') return true;
    if (cell.place !== 'query' || howOf(cell).includes('allowReserved')) return false;
    if (isScalar(cell)) return true;
    if (isObjectKind(cell)) return cell.style === 'form' || cell.style === 'deepObject';
    // It encodes what separates the items of these two as part of them.
    return isList(cell);
  },
};

async function send(address: string, order: Order): Promise<void> {
  const { path, place } = order;
  const end = place === 'path' ? `/${pathOf(order)}` : `?${queryOf(order)}`;
  const response = await fetch(`${address}${path}${end}`);
  await response.text();
}

function pathOf({ style, explode, name, value }: Order): string {
  const operator = { label: '.', matrix: ';' }[style] ?? '';
  return defaultPathSerializer(`{${operator}${name}${explode ? '*' : ''}}`, { [name]: value });
}

function queryOf({ style, explode, name, value }: Order): string {
  if (style === 'deepObject') {
    return createQuerySerializer({ object: { style, explode } })({ [name]: value });
  }
  return createQuerySerializer({
    array: { style: style as 'form' | 'spaceDelimited' | 'pipeDelimited', explode },
    object: { style: 'form', explode },
  })({ [name]: value });
}
