<!DOCTYPE html>
<q:component name="Head">
  <!-- A page that writes its own document: metadata, structured data, scripts with and without a body. -->
  <html lang="en" prefix="og: https://ogp.me/ns#">
    <head>
      <meta charset="utf-8" />
      <title>Head</title>
      <meta property="og:title" content="Town library">
      <meta http-equiv="Content-Language" content="en">
      <base href="/">
      <link rel="preload" href="/static/library.css" as="style">
      <script type="application/ld+json">{ "@context": "https://schema.org", "@type": "Library", "name": "Town", "hours": ["Tu 10-19"] }</script>
      <script async="async" src="https://example.org/a.js"></script>
      <script type="importmap">{ "imports": { "a": "/static/a.js" } }</script>
      <style media="print">@page { margin: 2cm } a::after { content: " (" attr(href) ")"; } .a > .b:not(.c) { color: red }</style>
    </head>
    <body onload="start({ mode: 'quiet' })"><h1>Head</h1><p style="color: #234; --gap: 4px">Text</p></body>
  </html>
</q:component>
