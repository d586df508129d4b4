<!-- Counting up and down, by one and by a step. -->
<q:component name="SetIncrement">
  <q:set name="n" value="0" type="integer" />
  <q:set name="n" operation="increment" />
  <q:set name="n" operation="increment" step="5" />
  <q:set name="n" operation="decrement" />
  <q:set name="checked" value="{n}" range="5..5" />
  <q:return value="Counter: {checked}" />
</q:component>
