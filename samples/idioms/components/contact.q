<q:component name="Contact">
  <!-- A letter that is stored and mailed; failing mail does not lose it. -->
  <q:import component="Frame" from="_layout" />
  <q:action name="send" method="POST">
    <q:param name="email" type="email" required="true" />
    <q:param name="topic" type="string" default="Other" enum="Books,Rooms,Other" />
    <q:param name="body" type="string" required="true" minlength="5" maxlength="2000" />
    <q:query name="kept" datasource="library">
      INSERT INTO messages (sender, topic, body, created_at) VALUES (:sender, :topic, :body, datetime('now'))
      <q:param name="sender" value="{lower(trim(email))}" type="string" />
      <q:param name="topic" value="{topic}" type="string" />
      <q:param name="body" value="{body}" type="string" />
    </q:query>
    <q:mail name="letter" to="desk@library.example" replyTo="{email}" subject="[{topic}] from {email}" type="text" onerror="continue">
      {email} writes on {dateFormat(now(), '%d.%m.%Y at %H:%M')}:

      {body}
    </q:mail>
    <q:if condition="letter_result.success">
      <q:redirect url="/contact" flash="Thank you, we have your letter." />
    <q:else>
      <q:redirect url="/contact" flash="We have your letter; the desk was not told yet." />
    </q:else>
    </q:if>
  </q:action>
  <Frame title="Write to us" here="contact" message="{flash}" kind="{flashType or 'info'}">
    <form method="post" action="/contact">
      <label for="email">Email</label><input id="email" name="email" type="email" aria-describedby="email-help" required>
      <small id="email-help">Such as <code>name@example.org</code></small>
      <label for="topic">About</label>
      <select id="topic" name="topic"><optgroup label="Things"><option>Books</option><option>Rooms</option></optgroup><option selected>Other</option></select>
      <label for="body">Letter</label><textarea id="body" name="body" rows="6" cols="40" placeholder="Dear library …"></textarea>
      <button>Send</button>
    </form>
  </Frame>
</q:component>
