<!-- A page for those who signed in. -->
<q:component name="AuthRequired" require_auth="true">
  <q:set name="who" value="ana" />
  <p>Hello, {who}</p>
  <q:return value="For who signed in" />
</q:component>
