<!-- From the first to the last number, both included. -->
<q:component name="LoopRange">
  <q:set name="total" value="0" type="integer" />
  <q:loop type="range" var="i" from="1" to="5">
    <q:set name="total" value="{total + i}" type="integer" />
  </q:loop>
  <q:set name="checked" value="{total}" range="15..15" />
  <q:return value="Total: {checked}" />
</q:component>
