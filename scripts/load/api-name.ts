import { isAddress } from './sources.ts';

/** Names of files that say what they hold, and not of which API. */
const GENERIC = /^(openapi|swagger|api|index|main|root|spec|schema|description)$/i;
/** What stands beside the APIs in the folders that Kiln writes, and what Windows keeps for devices. */
const RESERVED =
  /^(site|runtime|lint|workflows|index|manifest|readme|license|changelog|package|node_modules|dist|src|control|con|prn|aux|nul|(com|lpt)\d)(\.|$)/i;
/** Longer names do not fit everywhere with what is put behind them. */
const LONGEST = 80;

/**
 * The name of the API that a path or URL describes: of `pets/openapi.yaml` the folder's, of
 * `pets.yaml` the file's own. It is a name for a folder in every system, below which everything that
 * Kiln writes for the API lies; it never leads out of that folder and never is one of Kiln's own.
 */
export function apiNameOf(root: string): string {
  // In the path of a file these are letters as any.
  const path = isAddress(root) ? root.replace(/[?#].*$/, '') : root;
  const parts = path.split(/[/\\]+/);
  const file = parts.at(-1) ?? '';
  const stem = file.replace(/\.(ya?ml|json)$/i, '');
  const folder = parts.at(-2) ?? '';
  const candidates = GENERIC.test(stem) ? [folder, stem] : [stem, folder];
  const name = candidates.map(harmless).find((it) => it !== '') ?? 'api';
  return RESERVED.test(name) ? `${name}-api` : name;
}

/** Letters, digits and what joins them: nothing that means anything to a shell, a URL or a file system. */
function harmless(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .slice(0, LONGEST)
    .replaceAll(/^[-._]+|[-._]+$/g, '');
}
