"""What our own figures are held beside; loads nothing of the portal."""
