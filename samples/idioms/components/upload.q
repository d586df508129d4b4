<q:component name="Upload">
  <!-- A picture is sent and kept. -->
  <q:import component="Frame" from="_layout" />
  <q:action name="keep" method="POST">
    <q:param name="cover" type="file" required="true" accept="image/png,image/jpeg" maxsize="2MB" />
    <q:param name="alt" type="string" default="" />
    <q:file action="upload" file="{cover}" destination="uploads/covers" nameConflict="makeUnique" result="stored" />
    <q:redirect url="/upload" flash="Stored: {alt}" />
  </q:action>
  <Frame title="Upload" message="{flash}" kind="{flashType or 'info'}">
    <form method="post" action="/upload" enctype="multipart/form-data">
      <input type="file" name="cover" accept="image/png,image/jpeg" capture="environment" required>
      <input name="alt" placeholder="What is to be seen">
      <progress max="100" value="0">0 %</progress>
      <button>Send</button>
    </form>
  </Frame>
</q:component>
