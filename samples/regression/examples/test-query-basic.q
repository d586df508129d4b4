<!-- Reads every user; ten are there at first. -->
<q:component name="QueryBasic">
  <q:query name="users" datasource="test-sqlite">
    SELECT id, name, email FROM users ORDER BY id
  </q:query>
  <q:set name="count" value="{users_result.recordCount}" range="10..10" />
  <q:return value="Total users: {count}" />
</q:component>
