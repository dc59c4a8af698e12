/** What the code reads of our own package.json, which is imported as `#package`: no source lies beside it. */
declare const own: { readonly version: string; readonly license: string };
// oxlint-disable-next-line import/no-default-export -- as JSON is imported
export default own;
