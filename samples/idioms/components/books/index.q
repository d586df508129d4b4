<q:component name="Books">
  <!-- A table by the widget: sorting and paging by the address. -->
  <q:import component="Frame" from="_layout" />
  <q:query name="books" datasource="library" paginate="true" page="{query.page}" pageSize="5" sortable="true">
    SELECT id, title, author, year, copies FROM books ORDER BY title
  </q:query>
  <Frame title="Books" here="books" message="{flash}" kind="{flashType or 'info'}">
    <h1>All books</h1>
    <p>Page {books_result.pagination.currentPage} of {books_result.pagination.totalPages}, {books_result.pagination.totalRecords} in all.</p>
    <ui:table source="{books}" sort="true" as="book">
      <ui:column key="title" label="Title"><a href="/books/{book.id}">{book.title}</a></ui:column>
      <ui:column key="author" label="Author" />
      <ui:column key="year" label="Year" align="end" width="6rem" />
      <ui:column key="copies" label="Copies" align="end" />
    </ui:table>
    <ui:pager for="books" window="3" />
    <p><a href="/books/new" class="button">Add a book</a> <a href="/books/search">Search</a></p>
  </Frame>
</q:component>
