<!-- A function adds two numbers. -->
<q:component name="FunctionSimple">
  <q:function name="add">
    <q:param name="a" type="integer" required="true" />
    <q:param name="b" type="integer" required="true" />
    <q:return value="{a + b}" />
  </q:function>
  <q:set name="sum" value="{add(5, 3)}" range="8..8" />
  <q:return value="Sum: {sum}" />
</q:component>
