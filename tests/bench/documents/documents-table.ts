import type { TriedDocument } from './try-document.ts';
export function renderDocuments(_tried: readonly TriedDocument[]): string {
  return '';
}
