<!-- Only when something holds. -->
<q:component name="DumpConditional">
  <q:set name="debug" value="false" type="boolean" />
  <q:dump var="{debug}" label="unseen" when="{debug}" />
  <q:return value="Conditional dump test completed" />
</q:component>
