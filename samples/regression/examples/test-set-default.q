<!-- A default stands in for a value that is not there. -->
<q:component name="SetDefault">
  <q:set name="city" default="Porto" />
  <q:set name="checked" value="{city}" pattern="^Porto$" />
  <q:return value="City: {checked}" />
</q:component>
