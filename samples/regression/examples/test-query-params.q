<!-- Values reach the database as parameters, not as SQL. -->
<q:component name="QueryParams">
  <q:set name="wanted" value="pending' OR '1'='1" />
  <q:query name="none" datasource="test-sqlite">
    SELECT id FROM users WHERE status = :status
    <q:param name="status" value="{wanted}" type="string" />
  </q:query>
  <q:query name="pending" datasource="test-sqlite">
    SELECT id FROM users WHERE status = :status AND id > :least
    <q:param name="status" value="pending" type="string" />
    <q:param name="least" value="4" type="integer" />
  </q:query>
  <q:set name="line" value="{none_result.recordCount} and {pending_result.recordCount}" pattern="^0 and 1$" />
  <q:return value="{line}" />
</q:component>
