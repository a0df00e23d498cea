#!/usr/bin/env python3
"""Takes the README's screenshots of a dashboard that runs: docs/screenshots/take.py [http://localhost:8082]

Needs Chromium and nothing else: it is spoken to over a pipe, since a page with a live connection never comes to rest
and `chromium --screenshot` would take it before the first alert is shown.
"""
import base64
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

SIZES = {'1440': (1440, 900), '390': (390, 844)}
DASHBOARD = ("document.querySelector('#connection').dataset.state !== 'connecting'"
             " && document.querySelectorAll('#alerts > li').length > 0"
             " && document.querySelector('#chart canvas') !== null")
RULES = ("document.querySelectorAll('#rules > li').length > 0"
         " && document.querySelector('#draft-state').dataset.valid === 'true'")


class Browser:
    """Chromium's DevTools protocol over file descriptors 3 (to it) and 4 (from it)."""

    def __init__(self, profile):
        to_read, self.to = os.pipe()
        self.back, back_write = os.pipe()
        program = os.environ.get('CHROMIUM', 'chromium')
        command = [program, '--headless=new', '--no-sandbox', '--disable-gpu', '--disable-background-networking',
                   '--hide-scrollbars', f'--user-data-dir={profile}', '--remote-debugging-pipe', 'about:blank']
        shell = ['bash', '-c', f'exec "$@" 3<&{to_read} 4>&{back_write}', 'bash', *command]
        self.process = subprocess.Popen(shell, pass_fds=(to_read, back_write), stderr=subprocess.DEVNULL)
        os.close(to_read)
        os.close(back_write)
        self.received = b''
        self.number = 0

    def call(self, method, session=None, **parameters):
        self.number += 1
        message = {'id': self.number, 'method': method, 'params': parameters}
        if session:
            message['sessionId'] = session
        os.write(self.to, json.dumps(message).encode() + b'\0')
        while True:
            answer = self.next_message()
            if answer.get('id') == self.number:
                if 'error' in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer['result']

    def next_message(self):
        while b'\0' not in self.received:
            part = os.read(self.back, 1 << 16)
            if not part:
                raise RuntimeError('Chromium has ended')
            self.received += part
        message, self.received = self.received.split(b'\0', 1)
        return json.loads(message)


def address_of_a_sensor_with_an_alert(service):
    with urllib.request.urlopen(f'{service}/api/alerts?size=50', timeout=30) as answer:
        alerts = json.load(answer)['items']
    if not alerts:
        sys.exit('there is no alert to show yet')
    alert = next((a for a in alerts if a['state'] == 'FIRING'), alerts[0])
    return f'{service}/?' + urllib.parse.urlencode(
        {'show': 'all', 'stream': alert['stream'], 'sensor': alert['sensorId']})


def address_of_a_rule(service):
    with urllib.request.urlopen(f'{service}/api/rules?size=500', timeout=30) as answer:
        rules = json.load(answer)['items']
    if not rules:
        sys.exit('there is no rule to show')
    return f'{service}/?' + urllib.parse.urlencode({'view': 'rules', 'rule': rules[0]['id']})


def take(browser, address, shown, file, width, height):
    target = browser.call('Target.createTarget', url='about:blank')['targetId']
    page = browser.call('Target.attachToTarget', targetId=target, flatten=True)['sessionId']
    browser.call('Emulation.setDeviceMetricsOverride', page,
                 width=width, height=height, deviceScaleFactor=1, mobile=False)
    browser.call('Page.enable', page)
    browser.call('Page.navigate', page, url=address)
    deadline = time.monotonic() + 60
    while not browser.call('Runtime.evaluate', page, expression=shown)['result'].get('value'):
        if time.monotonic() > deadline:
            sys.exit(f'{address} does not show after a minute what it should')
        time.sleep(0.5)
    time.sleep(3)  # a few live updates
    image = browser.call('Page.captureScreenshot', page, format='png')['data']
    file.write_bytes(base64.b64decode(image))
    print(file)
    browser.call('Target.closeTarget', targetId=target)


def main():
    service = (sys.argv[1] if len(sys.argv) > 1 else 'http://localhost:8082').rstrip('/')
    folder = pathlib.Path(os.environ.get('SCREENSHOTS', pathlib.Path(__file__).parent))
    pages = {'dashboard': (address_of_a_sensor_with_an_alert(service), DASHBOARD),
             'rules': (address_of_a_rule(service), RULES)}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        browser = Browser(profile)
        try:
            for page, (address, shown) in pages.items():
                for size, (width, height) in SIZES.items():
                    take(browser, address, shown, folder / f'{page}-{size}.png', width, height)
        finally:
            browser.process.terminate()
            browser.process.wait(10)


main()
