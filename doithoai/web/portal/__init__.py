"""Pages for citizens: read dialogues and answers, give an opinion."""
