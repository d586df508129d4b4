<!-- One of a few words. -->
<q:component name="SetValidationEnum">
  <q:set name="status" value="active" enum="pending,active,inactive" />
  <q:return value="Status: {status}" />
</q:component>
