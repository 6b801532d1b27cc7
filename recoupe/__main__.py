"""`python -m recoupe` is `recoupe`."""

import sys

from recoupe.cli import main

sys.exit(main())
