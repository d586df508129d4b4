<!-- A declared type makes a number of a text. -->
<q:component name="FunctionReturnType">
  <q:function name="half" returnType="number">
    <q:param name="n" type="number" required="true" />
    <q:return value="{n / 2}" />
  </q:function>
  <q:set name="result" value="{half(9)}" range="4.5..4.5" />
  <q:return value="Half: {result}" />
</q:component>
