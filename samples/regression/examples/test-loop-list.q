<!-- The parts of a text between commas. -->
<q:component name="LoopList">
  <q:set name="count" value="0" type="integer" />
  <q:loop type="list" var="colour" items="red,green,blue">
    <q:set name="count" operation="increment" />
  </q:loop>
  <q:set name="checked" value="{count}" range="3..3" />
  <q:return value="Colours: {checked}" />
</q:component>
