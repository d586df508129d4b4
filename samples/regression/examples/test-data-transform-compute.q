<!-- A field that is calculated from others. -->
<q:component name="DataTransformCompute">
  <q:data name="products" source="examples/data/products.json" type="json">
    <q:transform>
      <q:compute field="total" expression="{price * stock}" type="decimal" />
    </q:transform>
  </q:data>
  <q:set name="checked" value="{products[0].total}" range="100..100" />
  <q:return value="Worth {checked}" />
</q:component>
