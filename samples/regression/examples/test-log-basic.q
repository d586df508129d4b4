<!-- Each level there is takes a line. -->
<q:component name="LogBasic">
  <q:log level="debug" message="For who looks closely" />
  <q:log level="info" message="The usual" />
  <q:log level="warning" message="Look here" />
  <q:log level="error" message="This went wrong" />
  <q:return value="Logging test completed" />
</q:component>
