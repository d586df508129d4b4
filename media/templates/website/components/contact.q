<q:component name="Contact">
  <q:import component="SiteLayout" from="_layout" />

  <q:set name="email" value="hello@example.com" />

  <SiteLayout title="Contact" active="contact">
    <section class="panel">
      <h1>Contact</h1>
      <p>Write to <a href="mailto:{email}">{email}</a>.</p>
    </section>
  </SiteLayout>
</q:component>
