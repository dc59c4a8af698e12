import { contractTests } from '../../../scripts/library/node-test.ts';
import { KEY, toListener, type ShelfFault } from '../shelf.ts';

const listener = toListener(process.env['SHELF_FAULT'] as ShelfFault | undefined);
await contractTests('tests/library/shelf.yaml', {
  app: (request, response) => void listener(request, response),
  credentials: { key: process.env['SHELF_KEY'] ?? KEY },
  runs: 5,
});
