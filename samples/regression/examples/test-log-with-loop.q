<!-- One line for each time round. -->
<q:component name="LogWithLoop">
  <q:set name="lines" value="0" type="integer" />
  <q:loop type="range" var="i" from="1" to="3">
    <q:log level="info" message="Round {i}" />
    <q:set name="lines" operation="increment" />
  </q:loop>
  <q:set name="checked" value="{lines}" range="3..3" />
  <q:return value="{checked} lines" />
</q:component>
