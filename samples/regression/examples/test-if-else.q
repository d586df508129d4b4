<!-- A condition that does not hold leads to the other branch. -->
<q:component name="IfElse">
  <q:set name="stock" value="0" type="integer" />
  <q:if condition="{stock > 0}">
    <q:return value="In stock" />
    <q:else>
      <q:return value="Sold out" />
    </q:else>
  </q:if>
</q:component>
