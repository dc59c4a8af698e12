/**
 * The address of a module of ours, named by its source, beside the module `from`: Kiln runs from its sources
 * and compiled, and whoever is compiled has compiled neighbours.
 */
export function moduleBeside(name: string, from: string): URL {
  return new URL(isPackage(from) ? name.replace(/\.ts$/, '.js') : name, from);
}

/**
 * A folder of our sources as they were written, which clients are made of. It is named from `scripts/`; `from` is a
 * module in a folder there. The package has a copy of those that `scripts/pack/build.ts` lists.
 */
export function sourceFolder(name: string, from: string): URL {
  return new URL(isPackage(from) ? `../source/${name}` : `../${name}`, from);
}

/** Whether a module of ours is one of the package, and not of a clone. */
export function isPackage(module: string): boolean {
  return module.endsWith('.js');
}
