<q:component name="Price">
  <!-- An amount in cents, written as euros. -->
  <q:param name="cents" type="integer" required="true" />

  <q:function name="euros" returnType="string">
    <q:param name="amount" type="integer" required="true" />
    <q:return value="€{amount // 100}.{str(100 + amount % 100)[1:3]}" />
  </q:function>

  <span class="price">{euros(cents)}</span>
</q:component>
