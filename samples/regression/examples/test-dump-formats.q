<!-- As text, as HTML and as JSON. -->
<q:component name="DumpFormats">
  <q:set name="user" value='{"name": "Ana"}' type="object" />
  <q:dump var="{user}" label="text" format="text" />
  <q:dump var="{user}" label="html" format="html" />
  <q:dump var="{user}" label="json" format="json" />
  <q:return value="Dump formats test completed" />
</q:component>
