<!-- A name between braces becomes its value. -->
<q:component name="DatabindingSimple">
  <q:set name="name" value="Ana" />
  <q:set name="greeting" value="Hello, {name}!" pattern="^Hello, Ana!$" />
  <q:return value="{greeting}" />
</q:component>
