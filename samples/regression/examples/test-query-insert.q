<!-- Adds one user; those after this test find eleven. -->
<q:component name="QueryInsert">
  <q:query name="added" datasource="test-sqlite">
    INSERT INTO users (name, email, password_hash) VALUES (:name, :email, :hash)
    <q:param name="name" value="John Doe" type="string" />
    <q:param name="email" value="john@example.com" type="string" />
    <q:param name="hash" value="hash11" type="string" />
  </q:query>
  <q:set name="id" value="{added_result.lastInsertId}" range="11..11" />
  <q:return value="User 'John Doe' created with ID {id}" />
</q:component>
