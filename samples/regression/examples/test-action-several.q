<!-- Two actions of one page are told apart by their names. -->
<q:component name="ActionSeveral">
  <q:action name="save" method="POST">
    <q:param name="title" type="string" default="A title" maxlength="40" />
    <q:set name="saved" value="{title}" pattern="^A title$" />
    <q:redirect url="/titles" />
  </q:action>
  <q:action name="remove" method="POST">
    <q:param name="id" type="integer" default="3" min="1" />
    <q:set name="gone" value="{id}" range="3..3" />
    <q:redirect url="/titles" />
  </q:action>
  <form method="post"><button name="action" value="save">Save</button><button name="action" value="remove">Remove</button></form>
  <q:return value="Two actions: save, remove" />
</q:component>
