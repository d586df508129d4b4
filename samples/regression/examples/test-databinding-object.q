<!-- A value by its key, and one that may be missing. -->
<q:component name="DatabindingObject">
  <q:set name="user" value='{"name": "Ana", "city": "Porto"}' type="object" />
  <q:set name="line" value="{user.name} lives in {user['city']}, {get(user, 'country', 'somewhere')}" pattern="^Ana lives in Porto, somewhere$" />
  <q:return value="{line}" />
</q:component>
