<!-- The one row of a query by its columns. -->
<q:component name="QuerySingleRow">
  <q:query name="user" datasource="test-sqlite">
    SELECT name, status FROM users WHERE id = 6
  </q:query>
  <q:set name="line" value="{user.name} is {user.status}" pattern="^Frank Castle is inactive$" />
  <q:return value="{line}" />
</q:component>
