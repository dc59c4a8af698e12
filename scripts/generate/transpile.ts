import ts from 'typescript';
import type { OutputFile } from '../base/output-file.ts';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  newLine: ts.NewLineKind.LineFeed,
};

/**
 * The JavaScript and the declarations of a TypeScript module, so that users need no build; with `hasMap`, a source
 * map with the module as it was written, too.
 */
export function transpile(
  { path, text }: OutputFile,
  header: string,
  hasMap = false,
): OutputFile[] {
  const stem = path.replace(/\.ts$/, '');
  const source = text.replaceAll(/( from '\.{1,2}\/[^']+)\.ts';/g, "$1.js';");
  const input = { compilerOptions: OPTIONS, fileName: path, reportDiagnostics: true };
  const mapping = { ...input, compilerOptions: { ...OPTIONS, ...(hasMap && MAPPING) } };
  const code = ts.transpileModule(source, mapping);
  const declarations = ts.transpileDeclaration(source, input);
  const [problem] = [...(code.diagnostics ?? []), ...(declarations.diagnostics ?? [])];
  if (problem) {
    throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(problem.messageText, '\n')}`);
  }
  return [
    { path: `${stem}.js`, text: `${header}${code.outputText}` },
    ...(code.sourceMapText === undefined
      ? []
      : [{ path: `${stem}.js.map`, text: `${movedDown(code.sourceMapText, header)}\n` }]),
    { path: `${stem}.d.ts`, text: `${header}${declarations.outputText}` },
  ];
}

const MAPPING: ts.CompilerOptions = { sourceMap: true, inlineSources: true };

/** A source map of code that stands below a header: each line of that is one without a mapping. */
function movedDown(map: string, header: string): string {
  const { mappings, ...rest } = JSON.parse(map) as { readonly mappings: string };
  const above = ';'.repeat(header.split('\n').length - 1);
  return JSON.stringify({ ...rest, mappings: `${above}${mappings}` });
}
