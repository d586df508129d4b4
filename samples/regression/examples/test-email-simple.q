<!-- A message with a subject and a body. -->
<q:component name="EmailSimple">
  <q:set name="name" value="Ana" />
  <q:mail to="ana@example.com" subject="Welcome, {name}" type="text">Hello {name}, good to have you.</q:mail>
  <q:set name="checked" value="{mail_result.success} {mail_result.subject}" pattern="^True Welcome, Ana$" />
  <q:return value="{checked}" />
</q:component>
