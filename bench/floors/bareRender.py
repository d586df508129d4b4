"""What a page costs the framework alone: draws it anew from a changed file, as often as lines come on stdin.

Run in the application's folder. Each line on stdin is a text for components/index.q; each line on stdout is the
time from there to the answer in ms.
"""

import json
import logging
import sys
import time

logging.disable(logging.CRITICAL)
answers = sys.stdout
sys.stdout = sys.stderr

from quantum.runtime.web_server import QuantumWebServer  # noqa: E402


class Served(QuantumWebServer):
    def _load_config(self, config_path):
        config = super()._load_config(config_path)
        config['server'].update(debug=False, reload=False)
        config.setdefault('performance', {})['cache_templates'] = False
        return config

    def _extract_inline_assets(self, html):
        return html


server = Served('quantum.config.yaml')
client = server.app.test_client()
for line in sys.stdin:
    began = time.perf_counter()
    with open('components/index.q', 'w', encoding='utf-8') as page:
        page.write(json.loads(line))
    server.parser.invalidate_cache('components/index.q')
    answer = client.get('/')
    assert answer.status_code == 200, answer.text
    print((time.perf_counter() - began) * 1000, file=answers, flush=True)
