/** A page that loads only what this service serves; inline styles are what both viewers insert. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "font-src 'self' data:",
  "connect-src 'self'",
  'worker-src blob:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const page = (title: string, head: string, body: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${head}
</head>
<body>
${body}
</body>
</html>
`;

export const swaggerPage = page(
  'Quantum Admin API',
  '<link rel="stylesheet" href="/apidocs/swagger-ui.css">',
  `<div id="swagger"></div>
<script src="/apidocs/swagger-ui-bundle.js"></script>
<script src="/apidocs/swagger-start.js"></script>`,
);

export const redocPage = page(
  'Quantum Admin API reference',
  '<style>body { margin: 0 }</style>',
  `<div id="redoc"></div>
<script src="/apidocs/redoc.standalone.js"></script>
<script src="/apidocs/redoc-start.js"></script>`,
);

/** Small scripts of our own: a policy without inline scripts wants them in files. */
export const startScripts: Readonly<Record<string, string>> = {
  'swagger-start.js': `SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#swagger',
  deepLinking: true,
  docExpansion: 'none',
  validatorUrl: null,
  requestInterceptor: (request) => ({ ...request, credentials: 'same-origin' }),
});
`,
  'redoc-start.js': `Redoc.init('/openapi.json', { hideDownloadButton: false }, document.getElementById('redoc'));
`,
};
