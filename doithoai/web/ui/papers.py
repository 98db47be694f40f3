"""Official papers on a page: what the template must know of a block. The blocks are in ``domain/papers/blocks.py``."""

from doithoai.domain.papers.blocks import Block, Paper


def blocks_of(paper: Paper) -> list[tuple[str, Block]]:
    """Each block with the name of its kind, by which the template chooses how to draw it."""
    return [(type(block).__name__, block) for block in paper.blocks]
