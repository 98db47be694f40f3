"""The slip that gives units their opinions to answer."""
