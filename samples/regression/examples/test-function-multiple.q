<!-- Several functions beside each other. -->
<q:component name="FunctionMultiple">
  <q:function name="shout">
    <q:param name="text" type="string" required="true" />
    <q:return value="{upper(text)}" />
  </q:function>
  <q:function name="square">
    <q:param name="n" type="integer" required="true" />
    <q:return value="{n * n}" />
  </q:function>
  <q:set name="line" value="{shout('hello')} {square(5)}" pattern="^HELLO 25$" />
  <q:return value="{line}" />
</q:component>
