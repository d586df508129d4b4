<!-- Another delimiter than the comma. -->
<q:component name="DataCsvDelimiter">
  <q:data name="rows" source="examples/data/prices.csv" type="csv" delimiter=";">
    <q:column name="price" type="decimal" />
  </q:data>
  <q:set name="checked" value="{rows[1].name} {rows[1].price}" pattern="^Plate 12\.5$" />
  <q:return value="{checked}" />
</q:component>
