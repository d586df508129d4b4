<!-- No path leads out of the folder for uploads. -->
<q:component name="UploadOutside">
  <q:file action="delete" file="../quantum.config.yaml" result="removal" />
  <q:set name="checked" value="{removal.success}" pattern="^False$" />
  <q:return value="Deleted: {checked}" />
</q:component>
