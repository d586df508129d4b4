<!-- The place of an element comes with it. -->
<q:component name="LoopArrayIndex">
  <q:set name="line" value="" />
  <q:loop type="array" var="fruit" index="at" items='["apple", "pear"]'>
    <q:set name="line" value="{line}{at}={fruit};" />
  </q:loop>
  <q:set name="checked" value="{line}" pattern="^0=apple;1=pear;$" />
  <q:return value="{checked}" />
</q:component>
