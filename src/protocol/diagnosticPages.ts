/** Where the product's sources are; package.json says the same. */
export const repositoryUrl = 'https://github.com/quantum-framework/quantum-admin-vscode';

/** The page about a finding's code. */
export function diagnosticPage(code: string): string {
  return `${repositoryUrl}/blob/main/docs/diagnostics/${code}.md`;
}
