<!-- An isolation level, and what was committed before is seen. -->
<q:component name="TransactionIsolation">
  <q:transaction datasource="test-sqlite" isolationLevel="SERIALIZABLE">
    <q:query name="seen" datasource="test-sqlite">
      UPDATE users SET status = 'active' WHERE id = 3 AND status = 'inactive'
    </q:query>
  </q:transaction>
  <q:query name="charlie" datasource="test-sqlite">
    SELECT status FROM users WHERE id = 3
  </q:query>
  <q:set name="line" value="{charlie.status}" pattern="^active$" />
  <q:return value="Charlie is {line} again" />
</q:component>
