<!-- A text and a number. -->
<q:component name="DumpBasic">
  <q:set name="name" value="Ana" />
  <q:dump var="{name}" label="name" />
  <q:return value="Name: {name}" />
</q:component>
