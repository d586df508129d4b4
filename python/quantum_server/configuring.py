"""The application's configuration as it is served here: derived in memory, never written anywhere."""

import sys

LOOPBACK = '127.0.0.1'


def adapted(config):
    """Pages are read anew when they changed, errors say where, and nothing is written into the project."""
    config['server'].update(host=LOOPBACK, debug=True, reload=False)
    config.setdefault('performance', {})['cache_templates'] = False
    # What it logs is told to the service.
    config['logging'] = {**(config.get('logging') or {}), 'console': False, 'file': False}
    return config


def server_class(base, secret_key, on_error):
    """The framework's server over that configuration. `on_error` gets the error of a page it answers for."""

    class Served(base):
        def _load_config(self, config_path):
            return adapted(super()._load_config(config_path))

        def _dev_secret_key(self, config_path):
            # The framework keeps one in a file of the project.
            return secret_key

        def _extract_inline_assets(self, html):
            # The framework writes them into the project's static folder, a file for each state of a page.
            return html

        def _error_location(self, exc, default_file):
            on_error(exc, default_file)
            return super()._error_location(exc, default_file)

        def _render_error_page(self, *args, **options):
            # Releases before 0.17 do not ask for the place of an error; it is handled while this page is made.
            error = sys.exc_info()[1]
            if error is not None:
                on_error(error, None)
            return super()._render_error_page(*args, **options)

    return Served
