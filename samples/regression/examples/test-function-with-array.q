<!-- An array goes in, an array comes out. -->
<q:component name="FunctionWithArray">
  <q:function name="withEnd">
    <q:param name="list" type="array" required="true" />
    <q:return value="{list + ['end']}" />
  </q:function>
  <q:set name="all" value="{withEnd(['a', 'b'])}" />
  <q:set name="checked" value="{len(all)} {last(all)}" pattern="^3 end$" />
  <q:return value="{checked}" />
</q:component>
