<!-- A variable made from others. -->
<q:component name="SetExpression">
  <q:set name="a" value="5" type="integer" />
  <q:set name="b" value="3" type="integer" />
  <q:set name="sum" value="{a + b}" range="8..8" />
  <q:return value="Sum: {sum}" />
</q:component>
