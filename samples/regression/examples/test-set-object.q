<!-- A property is added and another taken away. -->
<q:component name="SetObject">
  <q:set name="user" value='{"name": "Daniel", "draft": 1}' type="object" />
  <q:set name="user" operation="setProperty" key="age" value="30" />
  <q:set name="user" operation="deleteProperty" key="draft" />
  <q:set name="checked" value="{user.name} {user.age} {get(user, 'draft', 'gone')}" pattern="^Daniel 30 gone$" />
  <q:return value="{checked}" />
</q:component>
