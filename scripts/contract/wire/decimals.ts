/** The whole numbers of a JSON text as decimals, `4` as `4.0`, which is the same number (JSON Schema 2020-12, core, section 4.2.3). */
export function withDecimals(json: string): string {
  return json.replaceAll(STRING_OR_NUMBER, (token) => (WHOLE.test(token) ? `${token}.0` : token));
}

const STRING_OR_NUMBER = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;
const WHOLE = /^-?\d{1,15}$/;
