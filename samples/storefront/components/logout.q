<q:component name="Logout">
  <!-- Signing out is a POST, so that no link can do it in someone's name. -->
  <q:import component="StoreLayout" from="_layout" />

  <q:action name="signOut" method="POST">
    <q:set name="session.authenticated" value="false" type="boolean" />
    <q:set name="session.userId" value="0" type="integer" />
    <q:set name="session.userName" value="" />
    <q:set name="session.userRole" value="" />
    <q:redirect url="/" flash="You are signed out. See you soon." />
  </q:action>

  <StoreLayout title="Sign out" active="account" flash="{flash}" flashType="{flashType}">
    <div class="narrow panel">
      <h1>Sign out?</h1>
      <p class="muted">Your cart stays where it is.</p>
      <form method="post" action="/logout">
        <button class="button button-wide" type="submit">Sign out</button>
      </form>
      <a class="quiet-link" href="/account">Back to your account</a>
    </div>
  </StoreLayout>
</q:component>
