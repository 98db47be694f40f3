"""Rule packs and calendar in force, per place and date, with their legal basis."""
