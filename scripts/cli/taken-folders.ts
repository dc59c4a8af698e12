import { UserError } from '../base/user-error.ts';
import { readBundled } from '../bundle/bundle.ts';
import type { Manifest } from '../generate/manifest.ts';
import { isAddress } from '../load/sources.ts';
import type { ApiModel } from '../model/api-model.ts';
import type { Io } from './io.ts';
import { outputsOf } from './settings.ts';

/**
 * Throws a UserError where the folder of an API holds the bundle, or the client, of another description that is still
 * there: it would be written over. `folder` is where they go, that of what is generated unless said; `recorded` is
 * what the manifest of the clients says, where it is known.
 */
export async function refuseOthersFolders(
  io: Io,
  apis: readonly ApiModel[],
  { folder, recorded }: { readonly folder?: string; readonly recorded?: Manifest } = {},
): Promise<void> {
  const generated = folder ?? (await outputsOf(io)).generated;
  for (const { name, source } of apis) {
    const sources = Object.keys(recorded?.descriptions[name]?.sources ?? {});
    if (sources.includes(source)) continue;
    const bundle = `${generated}/${name}/openapi.yaml`;
    const bundled = (await io.exists(bundle)) ? readBundled(await io.readText(bundle)) : undefined;
    const [other = bundled] = sources;
    if (other === undefined || other === source) continue;
    if (!isAddress(other) && !(await io.exists(other))) continue;
    throw new UserError('name-taken', `${other} and ${source} are both called ${name}`, {
      hint: `Give one of them a name: NAME=${source} on the command line, or under "apis" in kiln.config.yaml.`,
    });
  }
}
