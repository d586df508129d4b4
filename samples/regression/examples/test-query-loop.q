<!-- Goes through the rows of a query. -->
<q:component name="QueryLoop">
  <q:query name="active" datasource="test-sqlite">
    SELECT email FROM users WHERE status = 'active' ORDER BY id
  </q:query>
  <q:set name="emails" value="[]" type="array" />
  <q:loop query="active" var="row">
    <q:set name="emails" operation="append" value="{active.email}" />
  </q:loop>
  <q:set name="line" value="{len(emails)}: {join(emails, ', ')}" pattern="^8: alice@example\.com, .*john@example\.com$" />
  <q:return value="{line}" />
</q:component>
