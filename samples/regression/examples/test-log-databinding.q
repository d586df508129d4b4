<!-- Values in a line and in what goes with it. -->
<q:component name="LogDatabinding">
  <q:set name="user" value="ana" />
  <q:log level="info" message="{user} signed in" context="{user}" />
  <q:set name="checked" value="{user}" pattern="^ana$" />
  <q:return value="User: {checked}" />
</q:component>
