"""The file `kommunestatus.toml`: which sites are read, how each is searched for articles, and what beats a default.

What stands in the file beats a default, the environment (`KOMMUNESTATUS_*`) beats the file, a flag beats both. A
setting of `pipeline.settings` is a key at the top of the file.
"""

from pipeline.config.load import load_config
from pipeline.config.models import Config, Site, Source

__all__ = ["Config", "Site", "Source", "load_config"]
