import { MarkupKind, type ParameterInformation, type SignatureHelp } from 'vscode-languageserver';
import { signatureHelpAt, type Signature } from '../../language/hover/signatureHelpAt.js';
import type { FeatureContext } from './feature.js';

/** Characters after which an editor asks by itself. */
export const signatureTriggers: readonly string[] = ['(', ','];

/** The function whose arguments are being written, and which of them. */
export function offerSignatureHelp({
  connection,
  client,
  document,
  project,
}: FeatureContext): void {
  connection.onSignatureHelp(({ textDocument, position }): SignatureHelp | null => {
    const page = document(textDocument.uri);
    if (page?.kind !== 'page') return null;
    const offset = page.lines.offsetAt(position, page.text);
    const found = signatureHelpAt(page.context(project(page)), offset);
    if (!found) return null;
    const { signature, activeParameter } = found;
    const information = client().textDocument?.signatureHelp?.signatureInformation;
    const takesOffsets = information?.parameterInformation?.labelOffsetSupport === true;
    return {
      signatures: [
        {
          label: signature.label,
          documentation: { kind: MarkupKind.PlainText, value: signature.documentation },
          parameters: parametersOf(signature, takesOffsets),
        },
      ],
      activeSignature: 0,
      // One that there is not: none is marked.
      activeParameter: activeParameter ?? signature.parameters.length,
    };
  });
}

function parametersOf(
  { label, parameters }: Signature,
  takesOffsets: boolean,
): ParameterInformation[] {
  return parameters.map(({ start, end }) => ({
    label: takesOffsets ? [start, end] : label.slice(start, end),
  }));
}
