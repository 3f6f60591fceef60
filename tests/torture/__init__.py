"""Long fault tests, run by hand with `make torture`: kills and full disks, over and over."""
