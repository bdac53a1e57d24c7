"""Interview and portfolio coach for developers who look for a job."""

# The build reads the version from here, so that a checkout knows it too and
# no start-up pays for looking into the package's metadata.
__version__ = "0.1.0"
