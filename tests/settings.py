"""For the processes that tests start: the settings of the demo, in a hurry. None of them lives long."""

import gc

from PIL import AvifImagePlugin, Image

from portal.settings.dev import *  # noqa: F403

# At its own pace the encoder takes half a minute for the pictures of the pages that journeys visit.
FASTEST = 10
# While everything is loaded nothing is garbage: looking for it costs a fifth of the start.
gc.set_threshold(50_000, 20, 50)


def _save_soon(image, file, filename):
    image.encoderinfo["speed"] = FASTEST
    AvifImagePlugin._save(image, file, filename)


Image.register_save(AvifImagePlugin.AvifImageFile.format, _save_soon)
