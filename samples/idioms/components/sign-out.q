<q:component name="SignOut">
  <q:import component="Frame" from="_layout" />
  <q:action name="leave" method="POST">
    <q:set name="session.authenticated" value="false" type="boolean" />
    <q:set name="session.userName" value="" />
    <q:redirect url="/sign-in" flash="Goodbye." />
  </q:action>
  <Frame title="Sign out"><form method="post" action="/sign-out"><button>Leave now</button></form></Frame>
</q:component>
