<!-- A delimiter of its own. -->
<q:component name="LoopListDelimiter">
  <q:set name="last" value="" />
  <q:loop type="list" var="part" items="2026|11|28" delimiter="|">
    <q:set name="last" value="{part}" />
  </q:loop>
  <q:set name="checked" value="{last}" pattern="^28$" />
  <q:return value="Day {checked}" />
</q:component>
