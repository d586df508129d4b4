<q:component name="Hits">
  <!-- A part of a page for htmx: no frame around it. -->
  <q:set name="term" value="{query.q}" default="" />
  <q:query name="hits" datasource="library">
    SELECT id, title FROM books WHERE title LIKE '%' || :term || '%' ORDER BY title LIMIT 5
    <q:param name="term" value="{term}" type="string" />
  </q:query>
  <ul id="hits">
    <q:loop query="hits"><li><a href="/books/{hits.id}">{hits.title}</a></li></q:loop>
    <q:if condition="not hits"><li>No title has “{term}”.</li></q:if>
  </ul>
</q:component>
