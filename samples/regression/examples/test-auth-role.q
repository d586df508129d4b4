<!-- A page for one role. -->
<q:component name="AuthRole" require_auth="true" require_role="admin">
  <q:set name="role" value="admin" pattern="^admin$" />
  <q:return value="For {role}" />
</q:component>
