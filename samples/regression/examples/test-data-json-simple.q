<!-- The objects of a JSON file. -->
<q:component name="DataJsonSimple">
  <q:data name="products" source="examples/data/products.json" type="json" />
  <q:set name="checked" value="{len(products)} {products[3].name}" pattern="^4 Lamp$" />
  <q:return value="{checked}" />
</q:component>
