<!-- Copies, open and hidden, reach their recipients. -->
<q:component name="EmailCopies">
  <q:mail name="notice" to="ana@example.com" cc="bo@example.com" bcc="audit@example.com" subject="Notice" type="html"><![CDATA[<p>For all of you.</p>]]></q:mail>
  <q:set name="checked" value="{len(notice_result.recipients)}" range="3..3" />
  <q:return value="{checked} recipients" />
</q:component>
