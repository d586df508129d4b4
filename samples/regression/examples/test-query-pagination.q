<!-- One page of many rows, and how many pages there are. -->
<q:component name="QueryPagination">
  <q:query name="page" datasource="test-sqlite" paginate="true" page="2" pageSize="4">
    SELECT id, name FROM users ORDER BY id
  </q:query>
  <q:set name="line" value="Page {page_result.pagination.currentPage} of {page_result.pagination.totalPages}, {len(page)} rows" pattern="^Page 2 of 3, 4 rows$" />
  <q:return value="{line}" />
</q:component>
