/** A package as npm's lock of what is installed has it. */
export interface InstalledPackage {
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

type Packages = Readonly<Record<string, InstalledPackage>>;

/** The places of a package and of all that it brings along, without what others have asked for beside it. */
export function neededBy(name: string, packages: Packages): readonly string[] {
  const found = new Set<string>();
  const visit = (place: string): void => {
    if (found.has(place)) return;
    found.add(place);
    for (const needed of Object.keys(packages[place]?.dependencies ?? {})) {
      const at = placeOf(needed, place, packages);
      if (at !== undefined) visit(at);
    }
  };
  visit(`node_modules/${name}`);
  return [...found];
}

/** Where Node finds a package that is asked for at a place: in the nearest `node_modules` that has it. */
function placeOf(name: string, from: string, packages: Packages): string | undefined {
  const steps = from.split('/node_modules/');
  for (let depth = steps.length; depth >= 0; depth -= 1) {
    const above = steps.slice(0, depth).join('/node_modules/');
    const place = above === '' ? `node_modules/${name}` : `${above}/node_modules/${name}`;
    if (place in packages) return place;
  }
  return undefined;
}
