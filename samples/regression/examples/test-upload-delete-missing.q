<!-- A file that is not there cannot be deleted, and that is told. -->
<q:component name="UploadDeleteMissing">
  <q:file action="delete" file="nothing.txt" result="removal" />
  <q:set name="checked" value="{removal.success} {removal.error}" pattern="^False File not found$" />
  <q:return value="{checked}" />
</q:component>
