<q:component name="SignIn">
  <q:import component="Frame" from="_layout" />
  <q:action name="enter" method="POST">
    <q:param name="email" type="email" required="true" />
    <q:param name="pin" type="string" required="true" pattern="^[0-9]{4}$" />
    <q:query name="member" datasource="library">
      SELECT id, name, role FROM members WHERE email = :email AND pin = :pin
      <q:param name="email" value="{email}" type="string" />
      <q:param name="pin" value="{pin}" type="string" />
    </q:query>
    <q:if condition="len(member) == 0">
      <q:flash type="error" message="That is not right." />
      <q:redirect url="/sign-in" />
    </q:if>
    <q:set name="session.authenticated" value="true" type="boolean" />
    <q:set name="session.userId" value="{member.id}" type="integer" />
    <q:set name="session.userName" value="{member.name}" />
    <q:set name="session.userRole" value="{member.role}" />
    <q:set name="session.sessionExpiry" value="{dateAdd('h', 8)}" type="string" />
    <q:redirect url="/loans" flash="Hello, {first(split(member.name, ' '))}." />
  </q:action>
  <Frame title="Sign in" message="{flash}" kind="{flashType or 'info'}">
    <q:if condition="session.authenticated">
      <p>You are signed in as {session.userName}. <a href="/loans">Your loans</a></p>
      <q:else>
        <form method="post" action="/sign-in">
          <input name="email" type="email" autocomplete="username" required>
          <input name="pin" type="password" inputmode="numeric" maxlength="4" pattern="[0-9]{4}" required>
          <button>Enter</button>
        </form>
      </q:else>
    </q:if>
  </Frame>
</q:component>
