import { QUIET, loadSeveral } from './load-description.ts';

/** A file of a generated package. */
export interface GeneratedFile {
  /** Path below the folder of the package, with slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * The files of a package with a typed client for each description, as `kiln generate` writes them; nothing is
 * written. Throws a UserError where a description cannot be read.
 */
export async function generateClient(
  descriptions: string | URL | readonly (string | URL)[],
): Promise<readonly GeneratedFile[]> {
  // Loaded when it is used, as in lint.
  const { clientPackageOf } = await import('../cli/client-package.ts');
  const { makeFiles } = await import('../cli/generated.ts');
  const { parseManifest } = await import('../generate/manifest.ts');
  const apis = await loadSeveral(descriptions);
  return await makeFiles(QUIET, apis, parseManifest(undefined), await clientPackageOf(QUIET));
}
