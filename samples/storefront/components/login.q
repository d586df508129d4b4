<q:component name="Login">
  <q:import component="StoreLayout" from="_layout" />

  <q:action name="signIn" method="POST">
    <q:param name="email" type="email" required="true" />
    <q:param name="password" type="string" required="true" />
    <!-- Only a path of this shop: an address someone else wrote must not take the visitor away. -->
    <q:param name="next" type="string" default="/account" pattern="^/([a-z0-9][a-z0-9/-]*)?$" />

    <q:query name="person" datasource="db">
      SELECT id, name, role, password_hash FROM users WHERE email = lower(:email)
      <q:param name="email" value="{email}" type="string" />
    </q:query>
    <q:if condition="len(person) == 1 and verifyPassword(password, person[0].password_hash)">
      <q:set name="session.authenticated" value="true" type="boolean" />
      <q:set name="session.userId" value="{person.id}" type="integer" />
      <q:set name="session.userName" value="{person.name}" />
      <q:set name="session.userRole" value="{person.role}" />
      <q:set name="session.sessionExpiry" value="{dateAdd('h', 12)}" type="string" />
      <q:redirect url="{next}" flash="Welcome back, {person.name}." />
    </q:if>

    <q:flash type="error" message="That email and password do not belong together." />
    <q:redirect url="/login?next={urlencode(next)}" />
  </q:action>

  <StoreLayout title="Sign in" active="login" flash="{flash}" flashType="{flashType}">
    <div class="narrow panel">
      <h1>Sign in</h1>
      <q:if condition="query.expired">
        <p class="hint">Your session ended. Please sign in again.</p>
      </q:if>
      <form class="stack" method="post" action="/login">
        <input type="hidden" name="next" value="{query.next or '/account'}" />
        <label for="email">Email</label>
        <input id="email" type="email" name="email" autocomplete="username" required="required" />
        <label for="password">Password</label>
        <input id="password" type="password" name="password" autocomplete="current-password" required="required" />
        <button class="button button-wide" type="submit">Sign in</button>
      </form>
      <p class="muted">New here? <a href="/register">Create an account</a></p>
      <div class="demo">
        <strong>Accounts of this demonstration</strong>
        <span>ana@example.com · linden-demo</span>
        <span>nora@linden-clay.example · linden-admin</span>
      </div>
    </div>
  </StoreLayout>
</q:component>
