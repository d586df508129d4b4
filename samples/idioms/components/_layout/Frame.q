<q:component name="Frame">
  <!-- <Frame title="…" here="books">…</Frame>: the frame of every page. -->
  <q:import component="Crumbs" from="_parts" />
  <q:import component="Notice" from="_parts" />

  <q:param name="title" type="string" required="true" />
  <q:param name="here" type="string" default="" />
  <q:param name="lang" type="string" default="en" />
  <q:param name="message" type="string" default="" />
  <q:param name="kind" type="string" default="info" />

  <html lang="{lang}">
    <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>{title} · Town library</title>
      <link rel="stylesheet" href="/static/library.css">
      <link rel="icon" href="/static/lamp.svg" type="image/svg+xml">
      <style>
        :root { --ink: #223; --paper: #fdfcf8 }
        body { color: var(--ink); background: var(--paper); }
        @media (max-width: 40em) { nav ul { display: block } .wide { display: none } }
      </style>
    </head>
    <body class="page page-{here or 'none'}" data-here="{here}">
      <a class="skip" href="#content">Skip to the content</a>
      <header role="banner">
        <nav aria-label="Main">
          <ul>
            <q:loop items="{[['books', 'Books'], ['rooms', 'Rooms'], ['events', 'Events'], ['contact', 'Write to us']]}" var="entry">
              <li>
                <q:if condition="entry[0] == here">
                  <a href="/{entry[0]}" aria-current="page"><strong>{entry[1]}</strong></a>
                <q:else>
                  <a href="/{entry[0]}">{entry[1]}</a>
                </q:else>
                </q:if>
              </li>
            </q:loop>
          </ul>
        </nav>
      </header>
      <main id="content" tabindex="-1">
        <Crumbs here="{title}" />
        <Notice text="{message}" kind="{kind}" />
        <q:slot />
      </main>
      <footer><small>&copy; Town library &middot; {dateFormat(now(), '%Y')}</small></footer>
    </body>
  </html>
</q:component>
