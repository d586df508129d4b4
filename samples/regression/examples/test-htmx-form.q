<!-- A form that is sent in place. -->
<q:component name="HtmxForm">
  <q:action name="comment" method="POST">
    <q:param name="body" type="string" default="Holds more soup than it looks." minlength="10" />
    <q:redirect url="/comments" />
  </q:action>
  <form hx-post="/comments" hx-target="#comments"><input type="hidden" name="action" value="comment" /><textarea name="body"></textarea></form>
  <section id="comments">No comments yet</section>
  <q:return value="One action: comment" />
</q:component>
