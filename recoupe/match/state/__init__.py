"""What has become of whom: states of people and things, found, lost, open, closed."""
