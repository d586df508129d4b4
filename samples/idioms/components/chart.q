<q:component name="Chart">
  <!-- A drawing by hand and one by the widget; numbers out of a query. -->
  <q:import component="Frame" from="_layout" />
  <q:query name="shelves" datasource="library">SELECT shelf, sum(copies) AS copies FROM books GROUP BY shelf ORDER BY 2 DESC</q:query>
  <q:set name="scale" value="{20}" type="integer" />
  <Frame title="Chart">
    <figure>
      <svg viewBox="0 0 300 {len(shelves) * 24 + 10}" width="300" role="img" aria-labelledby="t d" xmlns="http://www.w3.org/2000/svg">
        <title id="t">Copies by shelf</title>
        <desc id="d">One bar for each shelf</desc>
        <defs>
          <linearGradient id="g" x1="0" x2="1"><stop offset="0%" stop-color="#257" /><stop offset="100%" stop-color="#59b" /></linearGradient>
          <clipPath id="c"><rect width="300" height="200" rx="4" /></clipPath>
        </defs>
        <g clip-path="url(#c)" transform="translate(0 5)">
          <q:loop items="{shelves}" var="shelf" index="i">
            <rect x="0" y="{i * 24}" width="{max(4, shelf.copies * scale)}" height="20" fill="url(#g)" />
            <text x="6" y="{i * 24 + 14}" font-size="11">{shelf.shelf}: {shelf.copies}</text>
          </q:loop>
          <path d="M0,0 L300,0 M 10 10 C 20 20, 40 20, 50 10 Z" fill="none" stroke="currentColor" />
          <circle cx="290" cy="10" r="4"><animate attributeName="r" values="4;6;4" dur="2s" repeatCount="indefinite" /></circle>
        </g>
        <foreignObject x="200" y="20" width="80" height="40"><div xmlns="http://www.w3.org/1999/xhtml">in all</div></foreignObject>
      </svg>
      <figcaption>As of {dateFormat(now(), '%B %Y')}</figcaption>
    </figure>
    <ui:chart type="bar" labels="Travel,Novels,Science" values="5,2,2" colors="#257,#59b,#8ce" title="Copies" />
    <ui:progress value="3" max="8" />
  </Frame>
</q:component>
