<!-- An action that ends the session. -->
<q:component name="AuthLogout">
  <q:action name="logout" method="POST">
    <q:set name="session.authenticated" value="false" type="boolean" />
    <q:redirect url="/login" flash="See you" />
  </q:action>
  <q:set name="session.authenticated" value="true" type="boolean" />
  <q:set name="checked" value="{session.authenticated}" pattern="^True$" />
  <q:return value="Signed in: {checked}" />
</q:component>
