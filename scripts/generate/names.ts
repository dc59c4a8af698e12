/** `pet-shop` is `PetShop`: the API's part of the names in its client. */
export function toTypeName(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter(Boolean);
  const joined = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  return /^[A-Za-z]/.test(joined) ? joined : `Api${joined}`;
}

/** `pet-shop` is `petShop`. */
export function toVariableName(name: string): string {
  const typeName = toTypeName(name);
  return typeName.charAt(0).toLowerCase() + typeName.slice(1);
}

/** `bearerAuth` of `pet-shop` is `PET_SHOP_BEARER_AUTH`. */
export function toEnvironmentName(...names: readonly string[]): string {
  return names
    .join('_')
    .replaceAll(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
}

/** A property as it is written in an object type: quoted unless it is an identifier. */
export function toPropertyName(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : quote(name);
}

/** A TypeScript string literal. */
export function quote(text: string): string {
  const inner = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(String.raw`\"`, '"');
  return `'${inner.replaceAll("'", String.raw`\'`)}'`;
}
