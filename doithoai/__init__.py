"""Đối thoại: a commune's direct dialogues, from last year's plan to the last answered petition."""
