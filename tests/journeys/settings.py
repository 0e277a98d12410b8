"""The settings of the demo, and an encoder in a hurry: at its own pace it takes half a minute for the pictures of the
pages, in each process that drives a browser.
"""

from PIL import AvifImagePlugin, Image

from portal.settings.dev import *  # noqa: F403

FASTEST = 10


def _save_soon(image, file, filename):
    image.encoderinfo["speed"] = FASTEST
    AvifImagePlugin._save(image, file, filename)


Image.register_save(AvifImagePlugin.AvifImageFile.format, _save_soon)
