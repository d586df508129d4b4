<!-- Two queries beside each other, one with a limit. -->
<q:component name="QueryMultiple">
  <q:query name="active" datasource="test-sqlite">
    SELECT id FROM users WHERE status = 'active'
  </q:query>
  <q:query name="first" datasource="test-sqlite">
    SELECT id FROM users WHERE status = 'active' ORDER BY id LIMIT 5
  </q:query>
  <q:set name="line" value="Found {active_result.recordCount}, showing {first_result.recordCount}" pattern="^Found 8, showing 5$" />
  <q:return value="{line}" />
</q:component>
