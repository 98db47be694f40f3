"""The ledger: every duty, its date, its proof."""
