<q:component name="BookSearch">
  <!-- A search as a GET form, with the choices kept; plain HTML rows and links to the pages. -->
  <q:import component="Frame" from="_layout" />
  <q:set name="term" value="{query.q}" default="" operation="trim" />
  <q:set name="shelf" value="{query.shelf}" default="" />
  <q:query name="shelves" datasource="library">SELECT DISTINCT shelf FROM books ORDER BY shelf</q:query>
  <q:query name="hits" datasource="library" paginate="true" page="{query.page}" pageSize="4">
    <![CDATA[
      SELECT id, title, author FROM books
      WHERE (title LIKE :term OR author LIKE :term) AND (:shelf = '' OR shelf = :shelf) AND copies <> -1 AND year < 2100
      ORDER BY title -- the oldest name first
    ]]>
    <q:param name="term" value="%{term}%" type="string" />
    <q:param name="shelf" value="{shelf}" type="string" />
  </q:query>
  <Frame title="Search" here="books">
    <form method="get" action="/books/search" role="search">
      <input type="search" name="q" value="{term}" placeholder="Title or author" aria-label="Title or author" autofocus>
      <select name="shelf" aria-label="Shelf">
        <option value="">All shelves</option>
        <q:loop query="shelves">
          <q:if condition="shelves.shelf == shelf">
            <option value="{shelves.shelf}" selected>{shelves.shelf}</option>
            <q:else><option value="{shelves.shelf}">{shelves.shelf}</option></q:else>
          </q:if>
        </q:loop>
      </select>
      <button type="submit">Find</button>
    </form>
    <q:if condition="len(hits) == 0"><p>Nothing found{' for “' + term + '”' if term else ''}.</p></q:if>
    <ol start="{(hits_result.pagination.currentPage - 1) * 4 + 1}">
      <q:loop items="{hits}" var="hit"><li><a href="/books/{hit.id}">{hit.title}</a> — {hit.author}</li></q:loop>
    </ol>
    <nav aria-label="Pages">
      <q:if condition="hits_result.pagination.hasPreviousPage">
        <a rel="prev" href="?q={urlencode(term)}&shelf={urlencode(shelf)}&page={hits_result.pagination.currentPage - 1}">Back</a>
      </q:if>
      <q:if condition="hits_result.pagination.hasNextPage">
        <a rel="next" href="?q={urlencode(term)}&amp;shelf={urlencode(shelf)}&amp;page={hits_result.pagination.currentPage + 1}">More</a>
      </q:if>
    </nav>
  </Frame>
</q:component>
