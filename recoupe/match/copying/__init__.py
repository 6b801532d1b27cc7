"""Which reports are not independent: copied texts, agencies, one quotation in several wordings."""
