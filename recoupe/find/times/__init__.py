"""Times: a grammar that reads them (grammar), the tense around them (tense), and the calendar that dates them (calendar)."""
