<!-- A query over the rows of another. -->
<q:component name="QueryOfQueries">
  <q:query name="everyone" datasource="test-sqlite">
    SELECT id, name, status FROM users
  </q:query>
  <q:query name="active" source="everyone">
    SELECT name FROM everyone WHERE status = 'active'
  </q:query>
  <q:set name="line" value="{active_result.recordCount} of {everyone_result.recordCount}" pattern="^8 of 11$" />
  <q:return value="{line}" />
</q:component>
