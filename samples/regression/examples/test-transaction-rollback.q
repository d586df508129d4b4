<!-- A change that fails takes the one before it back. -->
<q:component name="TransactionRollback">
  <q:function name="attempt">
    <q:transaction datasource="test-sqlite">
      <q:query name="first" datasource="test-sqlite">
        INSERT INTO activity_log (user_id, action) VALUES (5, 'half')
      </q:query>
      <q:query name="second" datasource="test-sqlite">
        INSERT INTO users (name, email, password_hash) VALUES ('Again', 'alice@example.com', 'hash')
      </q:query>
    </q:transaction>
  </q:function>
  <q:invoke name="attempted" function="attempt" onerror="continue" />
  <q:query name="left" datasource="test-sqlite">
    SELECT COUNT(*) AS n FROM activity_log WHERE action = 'half'
  </q:query>
  <q:set name="line" value="{attempted_result.success}, {left.n} entries" pattern="^False, 0 entries$" />
  <q:return value="{line}" />
</q:component>
