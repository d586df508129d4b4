<!-- A function of the component, called by its name. -->
<q:component name="InvokeFunction">
  <q:function name="multiply">
    <q:param name="a" type="integer" required="true" />
    <q:param name="b" type="integer" required="true" />
    <q:return value="{a * b}" />
  </q:function>
  <q:invoke name="product" function="multiply">
    <q:param name="a" value="6" type="integer" />
    <q:param name="b" value="7" type="integer" />
  </q:invoke>
  <q:set name="checked" value="{product}" range="42..42" />
  <q:return value="6 x 7 = {checked}" />
</q:component>
