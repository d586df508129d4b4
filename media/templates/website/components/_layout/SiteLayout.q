<q:component name="SiteLayout">
  <!-- The frame of every page; what a page puts between its tags lands in the slot. -->
  <q:param name="title" type="string" required="true" />
  <q:param name="active" type="string" default="" />

  <html lang="en">
    <head>
      <meta charset="UTF-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title} · {{name}}</title>
      <link rel="stylesheet" href="/static/style.css" />
    </head>
    <body>
      <header class="site-head">
        <div class="wrap">
          <a class="site-name" href="/">{{name}}</a>
          <nav class="site-nav" aria-label="Main">
            <a href="/" class="{'here' if active == 'home' else ''}">Home</a>
            <a href="/about" class="{'here' if active == 'about' else ''}">About</a>
            <a href="/contact" class="{'here' if active == 'contact' else ''}">Contact</a>
          </nav>
        </div>
      </header>
      <main class="wrap">
        <q:slot />
      </main>
      <footer class="wrap">© {dateFormat(now(), '%Y')} {{name}}</footer>
    </body>
  </html>
</q:component>
