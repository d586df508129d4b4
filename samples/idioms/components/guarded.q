<q:component name="Guarded">
  <!-- A guard before anything else, on what the session holds. -->
  <q:import component="Frame" from="_layout" />
  <q:if condition="query.closed == 'yes' and not session.authenticated">
    <q:redirect url="/sign-in" flash="Sign in first." />
  </q:if>
  <q:log level="info" message="guarded was read by {session.userName}" />
  <Frame title="Guarded">
    <q:if condition="session.authenticated"><p>Hello {session.userName}</p><q:else><p>Hello, whoever you are.</p></q:else></q:if>
    <p>{query.a} {query.b or 'nothing'} {cookie.theme}</p>
  </Frame>
</q:component>
