<!-- Two changes that stay together. -->
<q:component name="TransactionCommit">
  <q:transaction datasource="test-sqlite">
    <q:query name="entry" datasource="test-sqlite">
      INSERT INTO activity_log (user_id, action) VALUES (3, 'transfer')
    </q:query>
    <q:query name="mark" datasource="test-sqlite">
      UPDATE users SET status = 'inactive' WHERE id = 3
    </q:query>
  </q:transaction>
  <q:query name="charlie" datasource="test-sqlite">
    SELECT status, (SELECT COUNT(*) FROM activity_log WHERE action = 'transfer') AS entries FROM users WHERE id = 3
  </q:query>
  <q:set name="line" value="{charlie.status} {charlie.entries}" pattern="^inactive 1$" />
  <q:return value="{line}" />
</q:component>
