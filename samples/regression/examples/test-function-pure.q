<!-- The same arguments give the same answer. -->
<q:component name="FunctionPure">
  <q:function name="discounted">
    <q:param name="price" type="integer" required="true" />
    <q:param name="percent" type="integer" default="10" />
    <q:return value="{price - price * percent / 100}" />
  </q:function>
  <q:set name="line" value="{discounted(100)}, {discounted(200, 15)}, {discounted(100)}" pattern="^90(\.0)?, 170(\.0)?, 90(\.0)?$" />
  <q:return value="{line}" />
</q:component>
