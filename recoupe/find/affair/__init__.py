"""Which reports of a run tell of one affair."""
