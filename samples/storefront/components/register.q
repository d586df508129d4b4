<q:component name="Register">
  <q:import component="StoreLayout" from="_layout" />

  <q:action name="createAccount" method="POST">
    <q:param name="name" type="string" required="true" minlength="2" maxlength="60" />
    <q:param name="email" type="email" required="true" maxlength="120" />
    <q:param name="password" type="string" required="true" minlength="10" maxlength="72" />

    <q:query name="taken" datasource="db">
      SELECT id FROM users WHERE email = lower(:email)
      <q:param name="email" value="{email}" type="string" />
    </q:query>
    <q:if condition="len(taken) > 0">
      <q:flash type="error" message="There is an account for {email} already. Sign in instead." />
      <q:redirect url="/login" />
    </q:if>

    <q:set name="secret" value="{hashPassword(password)}" />
    <q:transaction datasource="db">
      <q:query name="person" datasource="db">
        INSERT INTO users (email, name, password_hash, created_at) VALUES (lower(:email), :name, :secret, date('now'))
        <q:param name="email" value="{email}" type="string" />
        <q:param name="name" value="{name}" type="string" />
        <q:param name="secret" value="{secret}" type="string" />
      </q:query>
      <q:query name="address" datasource="db">
        INSERT INTO customers (user_id) VALUES (:user)
        <q:param name="user" value="{person_result.lastInsertId}" type="integer" />
      </q:query>
    </q:transaction>

    <q:set name="session.authenticated" value="true" type="boolean" />
    <q:set name="session.userId" value="{person_result.lastInsertId}" type="integer" />
    <q:set name="session.userName" value="{name}" />
    <q:set name="session.userRole" value="customer" />
    <q:set name="session.sessionExpiry" value="{dateAdd('h', 12)}" type="string" />
    <q:redirect url="/account" flash="Welcome, {name}. Your account is ready." />
  </q:action>

  <StoreLayout title="Create an account" active="login" flash="{flash}" flashType="{flashType}">
    <div class="narrow panel">
      <h1>Create an account</h1>
      <ui:form on-submit="createAccount">
        <ui:formitem label="Your name"><ui:input bind="name" /></ui:formitem>
        <ui:formitem label="Email"><ui:input bind="email" type="email" /></ui:formitem>
        <ui:formitem label="Password, at least ten characters"><ui:input bind="password" type="password" /></ui:formitem>
        <ui:button variant="primary">Create account</ui:button>
      </ui:form>
      <p class="muted">Here before? <a href="/login">Sign in</a></p>
    </div>
  </StoreLayout>
</q:component>
