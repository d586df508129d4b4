<q:component name="SiteHead">
  <!-- The head of every page, the shop's and the admin's. -->
  <q:param name="title" type="string" required="true" />

  <head>
    <meta charset="UTF-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>{title} · Linden &amp; Clay</title>
    <link rel="icon" href="/static/mark.svg" type="image/svg+xml" />
    <link rel="stylesheet" href="/static/storefront.css" />
  </head>
</q:component>
