<!-- Calculations keep the rules of numbers. -->
<q:component name="DatabindingArithmetic">
  <q:set name="price" value="20" type="integer" />
  <q:set name="quantity" value="3" type="integer" />
  <q:set name="sum" value="{price * quantity + 5}" range="65..65" />
  <q:set name="share" value="{(price + 1) / 2}" range="10.5..10.5" />
  <q:return value="Sum {sum}, share {share}" />
</q:component>
