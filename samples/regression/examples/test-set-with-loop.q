<!-- A variable outside of a loop keeps what the loop made of it. -->
<q:component name="SetWithLoop">
  <q:set name="total" value="0" type="integer" />
  <q:loop type="range" var="i" from="1" to="3">
    <q:set name="total" operation="add" value="{i * 10}" />
  </q:loop>
  <q:set name="checked" value="{total}" range="60..60" />
  <q:return value="Total: {checked}" />
</q:component>
