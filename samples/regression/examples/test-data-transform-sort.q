<!-- The dearest first. -->
<q:component name="DataTransformSort">
  <q:data name="products" source="examples/data/products.json" type="json">
    <q:transform>
      <q:sort by="price" order="desc" />
      <q:limit value="2" />
    </q:transform>
  </q:data>
  <q:set name="checked" value="{products[0].name} {len(products)}" pattern="^Lamp 2$" />
  <q:return value="{checked}" />
</q:component>
