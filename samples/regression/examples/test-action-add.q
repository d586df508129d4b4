<!-- An action that adds a row and says so. -->
<q:component name="ActionAdd">
  <q:action name="add" method="POST">
    <q:param name="name" type="string" default="Lena Park" />
    <q:query name="added" datasource="test-sqlite">
      INSERT INTO activity_log (user_id, action) VALUES (1, :name)
      <q:param name="name" value="{name}" type="string" />
    </q:query>
    <q:flash message="Added {name}" type="success" />
    <q:redirect url="/people" />
  </q:action>
  <form method="post"><input type="hidden" name="action" value="add" /><input name="name" /></form>
  <q:return value="One action: add" />
</q:component>
