<q:component name="AppLayout">
  <!-- The frame of every page: its title, and the message the last action left. -->
  <q:param name="title" type="string" required="true" />
  <q:param name="flash" type="string" default="" />
  <q:param name="flashType" type="string" default="info" />

  <html lang="en">
    <head>
      <meta charset="UTF-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title} · {{name}}</title>
      <link rel="stylesheet" href="/static/style.css" />
    </head>
    <body>
      <main class="wrap">
        <a class="site-name" href="/">{{name}}</a>
        <q:if condition="flash">
          <div class="flash flash-{flashType}" role="status">{flash}</div>
        </q:if>
        <q:slot />
      </main>
    </body>
  </html>
</q:component>
