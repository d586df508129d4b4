<!-- A form, and an action that leads on when it was understood. -->
<q:component name="ActionLogin">
  <q:action name="login" method="POST">
    <q:param name="email" type="email" default="ana@example.com" />
    <q:param name="password" type="string" minlength="8" default="linden-demo" />
    <q:set name="session.user" value="{email}" />
    <q:redirect url="/account" flash="Welcome, {email}" />
  </q:action>
  <form method="post"><input type="hidden" name="action" value="login" /><input name="email" /></form>
  <q:return value="One action: login" />
</q:component>
