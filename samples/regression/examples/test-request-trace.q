<!-- A value of this request only; another request has none. -->
<q:component name="RequestTrace">
  <q:set name="request.trace" value="a1" />
  <q:set name="checked" value="{request.trace}{session.trace}" pattern="^a1$" />
  <q:return value="Trace {checked}" />
</q:component>
