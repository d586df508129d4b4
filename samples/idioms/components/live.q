<q:component name="Live">
  <!-- htmx: a field that searches while typing, parts that come later, a button that replaces itself. -->
  <q:import component="Frame" from="_layout" />
  <Frame title="Live">
    <input type="search" name="q" hx-get="/hits" hx-trigger="keyup changed delay:300ms, search" hx-target="#hits" hx-indicator=".wait" hx-vals='{"limit": 5}' aria-label="Search">
    <span class="wait htmx-indicator">…</span>
    <div id="hits" hx-get="/hits?q=owl" hx-trigger="load" hx-swap="outerHTML"><p>Looking …</p></div>
    <button hx-post="/hits" hx-confirm="Really?" hx-headers='{"X-Kind": "test"}' hx-swap="innerHTML settle:1s" data-hx-note="a &lt; b">Again</button>
    <a href="/books" hx-boost="true" hx-push-url="true">Books</a>
  </Frame>
</q:component>
