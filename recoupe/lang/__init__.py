"""What is known of the language, as tables people can edit, and what reads them."""
