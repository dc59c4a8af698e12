import ts from 'typescript';
import type { OutputFile } from '../base/output-file.ts';

const OPTIONS: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
  verbatimModuleSyntax: true,
  newLine: ts.NewLineKind.LineFeed,
};

/** The JavaScript and the declarations of a TypeScript module, so that users need no build. */
export function transpile({ path, text }: OutputFile, header: string): OutputFile[] {
  const stem = path.replace(/\.ts$/, '');
  const source = text.replaceAll(/( from '\.{1,2}\/[^']+)\.ts';/g, "$1.js';");
  const input = { compilerOptions: OPTIONS, fileName: path, reportDiagnostics: true };
  const code = ts.transpileModule(source, input);
  const declarations = ts.transpileDeclaration(source, input);
  const [problem] = [...(code.diagnostics ?? []), ...(declarations.diagnostics ?? [])];
  if (problem) {
    throw new Error(`${path}: ${ts.flattenDiagnosticMessageText(problem.messageText, '\n')}`);
  }
  return [
    { path: `${stem}.js`, text: `${header}${code.outputText}` },
    { path: `${stem}.d.ts`, text: `${header}${declarations.outputText}` },
  ];
}
