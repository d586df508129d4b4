<!-- A list within a list. -->
<q:component name="DumpArray">
  <q:set name="list" value='[1, [2, 3], {"four": 4}]' type="array" />
  <q:dump var="{list}" label="list" depth="2" />
  <q:set name="checked" value="{len(list)}" range="3..3" />
  <q:return value="Dumped {checked} elements" />
</q:component>
