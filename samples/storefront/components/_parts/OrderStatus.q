<q:component name="OrderStatus">
  <!-- Where an order stands. -->
  <q:param name="status" type="string" required="true" />

  <q:if condition="status == 'new'">
    <span class="badge badge-new">New</span>
    <q:elseif condition="status == 'packed'">
      <span class="badge badge-packed">Packed</span>
    </q:elseif>
    <q:elseif condition="status == 'sent'">
      <span class="badge badge-sent">On its way</span>
    </q:elseif>
    <q:elseif condition="status == 'delivered'">
      <span class="badge badge-delivered">Delivered</span>
    </q:elseif>
    <q:else>
      <span class="badge badge-cancelled">Cancelled</span>
    </q:else>
  </q:if>
</q:component>
