<!-- What a function sets does not leave it. -->
<q:component name="FunctionLocalVars">
  <q:set name="note" value="outside" />
  <q:function name="total">
    <q:param name="price" type="integer" required="true" />
    <q:set name="note" value="inside" />
    <q:set name="tax" value="{price * 15 / 100}" />
    <q:return value="{price + tax}" />
  </q:function>
  <q:set name="sum" value="{total(300)}" range="345..345" />
  <q:set name="kept" value="{note}" pattern="^outside$" />
  <q:return value="Total: {sum}, {kept}" />
</q:component>
