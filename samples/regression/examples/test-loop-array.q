<!-- The elements of an array, in their order. -->
<q:component name="LoopArray">
  <q:set name="fruits" value='["apple", "pear", "plum"]' type="array" />
  <q:set name="line" value="" />
  <q:loop type="array" var="fruit" items="{fruits}">
    <q:set name="line" value="{line} {fruit}" />
  </q:loop>
  <q:set name="checked" value="{line}" pattern="^ apple pear plum$" />
  <q:return value="{checked}" />
</q:component>
