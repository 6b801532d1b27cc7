"""What the tellings of one happening share and where they differ; which matters fold into others or fall apart."""
