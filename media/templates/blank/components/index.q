<q:component name="Home">
  <q:set name="visitor" value="{query.name}" default="world" />

  <html lang="en">
    <head>
      <meta charset="UTF-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{{name}}</title>
      <link rel="stylesheet" href="/static/style.css" />
    </head>
    <body>
      <main class="wrap">
        <section class="panel">
          <h1>Hello, {visitor}</h1>
          <p>This is {{name}}. The page is components/index.q; change it and reload.</p>
          <p class="soft">Add ?name=Ana to the address to be greeted by name.</p>
        </section>
      </main>
    </body>
  </html>
</q:component>
