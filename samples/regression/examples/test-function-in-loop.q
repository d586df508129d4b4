<!-- A function is asked once for each element. -->
<q:component name="FunctionInLoop">
  <q:function name="label">
    <q:param name="n" type="integer" required="true" />
    <q:return value="#{n}" />
  </q:function>
  <q:set name="line" value="" />
  <q:loop type="range" var="i" from="1" to="3">
    <q:set name="line" value="{line}{label(i)}" />
  </q:loop>
  <q:set name="checked" value="{line}" pattern="^#1#2#3$" />
  <q:return value="{checked}" />
</q:component>
