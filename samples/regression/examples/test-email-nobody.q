<!-- A message without a recipient is refused, and the page goes on. -->
<q:component name="EmailNobody">
  <q:set name="nobody" value="" />
  <q:mail name="lost" to="{nobody}" subject="To nobody" onerror="continue">Is anybody there?</q:mail>
  <q:set name="checked" value="{lost_result.success}" pattern="^False$" />
  <q:return value="Sent: {checked}" />
</q:component>
