<q:component name="Flash">
  <!-- The message an action left for the next page; nothing when there is none. -->
  <q:param name="message" type="string" default="" />
  <q:param name="kind" type="string" default="info" />

  <q:if condition="contains(message, 'Parameter ')">
    <!-- The framework's own words about a field that broke a rule. -->
    <div class="flash flash-error" role="alert">Please check what you entered: {replace(message, 'Parameter ', '')}.</div>
    <q:elseif condition="message">
      <div class="flash flash-{kind or 'info'}" role="status">{message}</div>
    </q:elseif>
  </q:if>
</q:component>
