<q:component name="StockNote">
  <!-- How many are left, in words. -->
  <q:param name="stock" type="integer" required="true" />

  <q:if condition="stock == 0">
    <span class="stock stock-out">Sold out</span>
    <q:elseif condition="stock &lt; 5">
      <span class="stock stock-low">Only {stock} left</span>
    </q:elseif>
    <q:elseif condition="stock &lt; 15">
      <span class="stock stock-some">A few left</span>
    </q:elseif>
    <q:else>
      <span class="stock stock-in">In stock</span>
    </q:else>
  </q:if>
</q:component>
