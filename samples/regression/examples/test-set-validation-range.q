<!-- A number between two others. -->
<q:component name="SetValidationRange">
  <q:set name="age" value="25" type="integer" range="18..120" />
  <q:return value="Age: {age}" />
</q:component>
