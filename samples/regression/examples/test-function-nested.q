<!-- The result of one function goes into another. -->
<q:component name="FunctionNested">
  <q:function name="twice">
    <q:param name="n" type="integer" required="true" />
    <q:return value="{n * 2}" />
  </q:function>
  <q:function name="plusOne">
    <q:param name="n" type="integer" required="true" />
    <q:return value="{n + 1}" />
  </q:function>
  <q:set name="result" value="{twice(plusOne(twice(4)))}" range="18..18" />
  <q:return value="Result: {result}" />
</q:component>
