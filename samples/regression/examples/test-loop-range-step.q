<!-- Every third number. -->
<q:component name="LoopRangeStep">
  <q:set name="seen" value="" />
  <q:loop type="range" var="i" from="0" to="9" step="3">
    <q:set name="seen" value="{seen}[{i}]" />
  </q:loop>
  <q:set name="checked" value="{seen}" pattern="^\[0\]\[3\]\[6\]\[9\]$" />
  <q:return value="{checked}" />
</q:component>
