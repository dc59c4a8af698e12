import { encodeComponent } from '../base/encode-component.ts';

/** What the documentation renderer's package holds; the CLI reads it. */
export interface Redoc {
  /** Text of `redoc.standalone.js`, an ECMAScript module. */
  readonly script: string;
  /** Text of its licence. */
  readonly licence: string;
  /** Text of its notices about the packages it contains. */
  readonly notices: string;
}

const EXPORT = 'export{RedocStandalone,hydrate,init};';
const LOGO = /https:\/\/cdn\.redoc\.ly\/redoc\/logo-mini(?:-full)?\.svg/g;
const CREDIT =
  'data:image/svg+xml,' +
  encodeComponent(
    '<svg xmlns="http://www.w3.org/2000/svg" width="72" height="20"><text x="0" y="15" ' +
      'font-family="system-ui,sans-serif" font-size="14" font-weight="600" fill="#857a6f">Redoc</text></svg>',
  );

/**
 * The script as a classic one that defines the global `Redoc` and asks no other host for anything.
 * Browsers refuse module scripts on pages opened as files.
 */
export function toClassicScript(module: string): string {
  let script = replaceExactly(module, LOGO, 2, CREDIT);
  script = replaceExactly(script, EXPORT, 1, 'return{init};');
  // Both stand in branches for bundles and servers that this page never takes, yet they do not parse.
  script = replaceExactly(script, 'import.meta.dirname+`', 1, '``+`');
  script = replaceExactly(script, 'import.meta.url.replace', 1, '``.replace');
  // Search results print whatever markup is not on this list; folded evidence must not show as tags.
  script = replaceExactly(script, '|blockquote|h[1-6])', 1, '|blockquote|details|summary|h[1-6])');
  // It prints the kind of the scheme, which is `http`, where the scheme belongs.
  script = replaceExactly(
    script,
    '`HTTP Authorization Scheme`),value:e.type',
    1,
    '`HTTP authentication scheme`),value:e.scheme',
  );
  // The choice of an example is called after what it shows (WCAG 2.1, section 2.5.3).
  script = replaceExactly(
    script,
    '"aria-label":`Example`,options:e.map(',
    1,
    '"aria-label":`Example: `+(r[e[t]]?.summary??`Example ${t+1}`),options:e.map(',
  );
  return `var Redoc=(()=>{${script}})();\n`;
}

function replaceExactly(text: string, what: string | RegExp, times: number, by: string): string {
  const found =
    typeof what === 'string' ? text.split(what).length - 1 : (text.match(what)?.length ?? 0);
  if (found !== times) {
    throw new Error(
      `Redoc's script has ${found} of ${what}, expected ${times}: its version changed`,
    );
  }
  return text.replaceAll(what, () => by);
}
