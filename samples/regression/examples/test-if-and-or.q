<!-- `and` binds closer than `or`, and `not` closer than both. -->
<q:component name="IfAndOr">
  <q:set name="open" value="true" type="boolean" />
  <q:set name="hour" value="21" type="integer" />
  <q:if condition="{not open or hour > 8 and hour &lt; 22}">
    <q:return value="Serving" />
  </q:if>
  <q:set name="failed" value="the condition did not hold" pattern="^never$" />
</q:component>
