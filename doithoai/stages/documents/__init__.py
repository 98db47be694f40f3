"""Official documents; kinds/<noun>/ holds one folder per document kind."""
