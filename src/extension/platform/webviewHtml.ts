/** What the HTML of a page is made of; URIs as the webview sees them. */
export interface PageHtml {
  readonly title: string;
  readonly language: string;
  readonly nonce: string;
  /** Of the webview: where resources come from. */
  readonly cspSource: string;
  readonly script: string;
  readonly styles: readonly string[];
  /** codicon.css: the elements library finds it by its id. */
  readonly codicons: string;
  /** A frame's document is held to the same policy: what it brings along, inline, is let be. */
  readonly showsFrames: boolean;
  /** Makes images of what it shows itself. */
  readonly drawsImages: boolean;
}

/** The toolkit makes an empty style element and fills it by rules: the hash of nothing lets that be. */
const emptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

/** The page's frame. Nothing runs or loads but what ships in dist/webviews. */
export function pageHtml(page: PageHtml): string {
  const csp = [
    "default-src 'none'",
    `script-src 'nonce-${page.nonce}'`,
    `style-src ${page.cspSource} ${page.showsFrames ? "'unsafe-inline'" : emptyStyle}`,
    `font-src ${page.cspSource}${page.showsFrames ? ' data:' : ''}`,
    `img-src ${page.cspSource}${page.showsFrames || page.drawsImages ? ' data:' : ''}`,
  ].join('; ');
  const styles = page.styles.map((href) => `<link rel="stylesheet" href="${escape(href)}">`);
  return `<!DOCTYPE html>
<html lang="${escape(page.language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${escape(csp)}">
<title>${escape(page.title)}</title>
<link rel="stylesheet" id="vscode-codicon-stylesheet" href="${escape(page.codicons)}">
${styles.join('\n')}
</head>
<body>
<main id="page"></main>
<script type="module" nonce="${page.nonce}" src="${escape(page.script)}"></script>
</body>
</html>`;
}

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
