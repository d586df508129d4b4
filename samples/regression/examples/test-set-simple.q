<!-- A variable has the value it was given. -->
<q:component name="SetSimple">
  <q:set name="x" value="10" type="integer" />
  <q:set name="checked" value="{x}" range="10..10" />
  <q:return value="x = {checked}" />
</q:component>
