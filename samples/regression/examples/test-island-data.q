<!-- A part that is given its data with the page. -->
<q:component name="IslandData" interactive="true">
  <q:set name="items" value='["mug", "plate"]' type="array" />
  <div id="list" data-items="{join(items, ',')}"><p>{items.length} items</p></div>
  <q:return value="{join(items, ',')}" />
</q:component>
