<!-- What was added, changed and taken away is told beside the rows. -->
<q:component name="QueryMetadata">
  <q:query name="added" datasource="test-sqlite">
    INSERT INTO users (name, email, password_hash) VALUES ('Kay Lee', 'kay@example.com', 'hash12')
  </q:query>
  <q:query name="changed" datasource="test-sqlite">
    UPDATE users SET status = 'pending' WHERE email = 'kay@example.com'
  </q:query>
  <q:query name="removed" datasource="test-sqlite">
    DELETE FROM users WHERE email = 'kay@example.com'
  </q:query>
  <q:set name="line" value="{added_result.lastInsertId} {changed_result.affectedRows} {removed_result.affectedRows}" pattern="^12 1 1$" />
  <q:return value="{line}" />
</q:component>
