<!-- A line that is written only when something holds. -->
<q:component name="LogConditional">
  <q:set name="debug" value="false" type="boolean" />
  <q:log level="info" message="not to be seen" when="{debug}" />
  <q:log level="info" message="to be seen" when="{not debug}" />
  <q:return value="Conditional logging test completed" />
</q:component>
