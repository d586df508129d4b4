<!-- A number that lasts from page to page. -->
<q:component name="SessionCounter">
  <q:set name="session.visits" value="0" type="integer" />
  <q:set name="session.visits" operation="increment" />
  <q:set name="checked" value="{session.visits}" range="1..1" />
  <q:return value="Visit {checked}" />
</q:component>
