<!-- A form with a file, and an action that would take it. -->
<q:component name="UploadForm">
  <q:action name="send" method="POST">
    <q:param name="title" type="string" default="Untitled" />
    <q:if condition="{title == 'Untitled'}">
      <q:redirect url="/pictures" flash="Choose a title first" />
    </q:if>
    <q:file action="upload" file="{picture}" destination="pictures" nameConflict="makeUnique" result="kept" />
    <q:redirect url="/pictures" />
  </q:action>
  <form method="post" enctype="multipart/form-data"><input type="file" name="picture" accept="image/*" /></form>
  <q:return value="One action: send" />
</q:component>
