"""Forms of the portal: what a citizen types, with refusals that say what to do."""
