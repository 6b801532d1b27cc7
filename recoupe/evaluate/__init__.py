"""Gold stories in, accuracy of every layer out: what `recoupe evaluate` does."""
