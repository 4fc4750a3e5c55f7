"""From mentions to records: which spacewalk each of them tells of."""
